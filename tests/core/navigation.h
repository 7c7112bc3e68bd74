#pragma once

#include "core/navigation/navigationrules.h"

#include <QFile>
#include <QTemporaryDir>

/// What the tests of the navigation rules share.
namespace hekim::test {

using namespace Qt::StringLiterals;

inline QUrl form(const QString& query, const QString& path = u"/healthstatusweb/singledoctor/createreport"_s)
{
    return QUrl(u"https://erapor.saglik.gov.tr"_s + path + (query.isEmpty() ? QString() : u'?' + query));
}

/// The rules of an environment and, where one is named, a patient, under an administrator's policy.
inline NavigationRules rules(EnvironmentName environment, const QString& patient = {},
                             const QByteArray& policy = {})
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"policy.conf"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(policy) != policy.size())
        qFatal("the policy cannot be written");
    file.close();
    auto settings = Settings::load({{path}, {}, {}, false}, environment).value();
    if (environment == EnvironmentName::Training) {
        Endpoints running;
        running.erapor = QUrl(u"http://127.0.0.1:5000"_s);
        running.viewer = QUrl(u"http://127.0.0.1:5001"_s);
        settings = settings.withEndpoints(running);
    }
    std::optional<IdentityNumber> number;
    if (!patient.isEmpty())
        number = IdentityNumber::parse(patient, u"patient"_s).value();
    return NavigationRules(settings, number);
}

} // namespace hekim::test
