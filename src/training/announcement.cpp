#include "training/announcement.h"

#include "core/settings/training.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

struct Announcement
{
    Q_DECLARE_TR_FUNCTIONS(TrainingAnnouncement)
};

QString base(int port)
{
    return u"http://127.0.0.1:%1"_s.arg(port);
}

QString component(QStringView text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text.toString()));
}

QString peopleList(const QList<Person>& people)
{
    QString list;
    for (const auto& person : people) {
        list += u"  %1  %2"_s.arg(person.number, person.name);
        list += person.title.isEmpty() ? u"\n"_s : u" (%1)\n"_s.arg(person.title);
    }
    return list;
}

QString tokenCall(int port)
{
    return u"  curl -X POST '%1/AuthApi/connect/token?username=%2&password=%3&grant_type=password"
           "&applicationCode=%4&identityNumber=%5&role=6AAB18C7-B16B-4A04'\n"_s.arg(
               base(port), component(institutionCode), component(ussPassword), component(applicationCode),
               doctors().constFirst().number);
}

QString hesCall(int port)
{
    return u"  curl -u '%1:%2' -H 'Content-Type: application/json' -d '{\"hes_code\":\"%3\"}' "
           "%4/hes/check-employee-hes-code\n"_s.arg(QStringView(hesUsername).toString(),
                                                    QStringView(hesPassword).toString(),
                                                    hesExamples().constFirst().code, base(port));
}

QString hesCodes()
{
    QString list;
    for (const HesExample& example : hesExamples())
        list += u"  %1  %2\n"_s.arg(example.code, example.meaning);
    return list;
}

QString launchCalls(int port)
{
    const QJsonObject settings{{u"institution/code"_s, QStringView(institutionCode).toString()},
                               {u"institution/name"_s, QStringView(institutionName).toString()},
                               {u"erapor/applicationCode"_s, QStringView(applicationCode).toString()},
                               {u"ogn/applicationCode"_s, QStringView(ognApplicationCode).toString()},
                               {u"endpoints/erapor"_s, base(port)},
                               {u"endpoints/ogn"_s, base(port)},
                               {u"endpoints/teletip"_s, base(port) + u"/integrationapi"_s},
                               {u"endpoints/viewer"_s, base(port)}};
    const QJsonObject provisioning{
        {u"environment"_s, u"custom"_s},
        {u"settings"_s, settings},
        {u"secrets"_s, QJsonObject{{u"ussPassword"_s, QStringView(ussPassword).toString()},
                                   {u"enabizPassword"_s, QStringView(enabizPassword).toString()}}}};
    return u"  printf '%s' '%1' | hekim-asistani --provision -\n  hekim-asistani --patient %2 --reason 2\n  hekim-asistani --patient %2 --accession TR-1001 --accession TR-1002\n"_s
        .arg(QString::fromUtf8(QJsonDocument(provisioning).toJson(QJsonDocument::Compact)),
             patients().constFirst().number);
}

} // namespace

QByteArray addressLine(int port)
{
    const QJsonObject addresses{{u"erapor"_s, base(port)},
                                {u"ogn"_s, base(port)},
                                {u"teletip"_s, base(port) + u"/integrationapi"_s},
                                {u"viewer"_s, base(port)},
                                {u"hes"_s, base(port) + u"/hes"_s}};
    return QJsonDocument(addresses).toJson(QJsonDocument::Compact) + '\n';
}

QString readableList(int port)
{
    QString list;
    list +=
        u'\n' + Announcement::tr("TRAINING MINISTRY: nothing here is real. End it with Ctrl+C.") + u"\n\n"_s;
    list += Announcement::tr("Addresses") + u'\n';
    for (const auto& path :
         {u"/"_s, u"/AuthApi/connect/token"_s, u"/healthstatusweb/singledoctor/createreport"_s,
          u"/healthstatusweb/singledoctor/doctorindex"_s,
          u"/externalapi/api/Hbys/HastaninDurumBildirirRaporlari"_s, u"/connect/token"_s,
          u"/integrationapi/postOTAC"_s, u"/viewer/"_s, u"/training/misbehave"_s}) {
        list += u"  "_s + base(port) + path + u'\n';
    }
    list += u'\n' + Announcement::tr("Institution") + u'\n';
    list += u"  username         "_s + QStringView(institutionCode).toString() + u"  ("_s +
            QStringView(institutionName).toString() + u")\n"_s;
    list += u"  password         "_s + QStringView(ussPassword).toString() + u'\n';
    list += u"  applicationCode  "_s + QStringView(applicationCode).toString() + u'\n';
    list += u"  OGN Password     "_s + QStringView(enabizPassword).toString() + u'\n';
    list += u"  ApplicationCode  "_s + QStringView(ognApplicationCode).toString() + u'\n';
    list += u"  role             6AAB18C7-B16B-4A04\n"_s;
    list += u'\n' + Announcement::tr("Invented doctors") + u'\n' + peopleList(doctors());
    list += u'\n' +
            Announcement::tr("Invented patients (any other valid number yields an invented person too)") +
            u'\n' + peopleList(patients());
    list += u'\n' + Announcement::tr("A token, good for one doctor") + u'\n' + tokenCall(port);
    list +=
        u'\n' + Announcement::tr("The form, with the token") + u'\n' +
        u"  %1/healthstatusweb/singledoctor/createreport?Authorization=TOKEN&patientId=%2&Reason=2\n"_s.arg(
            base(port), patients().constFirst().number);
    list += u'\n' + Announcement::tr("HES codes") + u'\n' + hesCodes();
    list += u'\n' + Announcement::tr("A HES check") + u'\n' + hesCall(port);
    list += u'\n' + Announcement::tr("Hekim Asistanı against this ministry") + u'\n' + launchCalls(port);
    return list;
}

} // namespace hekim::training
