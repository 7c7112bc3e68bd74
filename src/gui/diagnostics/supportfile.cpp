#include "gui/diagnostics/supportfile.h"

#include "core/text/redaction.h"
#include "services/diagnostics/connectiontext.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QSysInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

class SupportText
{
    Q_DECLARE_TR_FUNCTIONS(SupportText)

public:
    static QString readme()
    {
        return tr("Support file of Hekim Asistanı\n\n"
                  "It holds versions, the settings, the result of a connection check and the window's log. "
                  "Identity numbers are masked; passwords, tokens and application codes are not in it. Read "
                  "it before you send it: every file is plain text.\n");
    }
};

/// A shorter one would be found in every word; it stands nowhere but in a login anyway.
constexpr qsizetype shortestSecret = 4;
/// The log's end is what matters.
constexpr qint64 longestLog = qint64{1024} * 1024;

/// The ways in which a secret may have been written.
QStringList formsOf(const QString& secret)
{
    QStringList forms{secret, QString::fromLatin1(QUrl::toPercentEncoding(secret)),
                      QString::fromLatin1(secret.toUtf8().toBase64())};
    QString plus = forms.at(1);
    forms.append(plus.replace(u"%20"_s, u"+"_s));
    forms.append(forms.at(1).toLower());
    return forms;
}

QString cleaned(const QString& text, const QStringList& secrets)
{
    QString result = text;
    for (const QString& secret : secrets) {
        const QStringList forms = formsOf(secret);
        for (const QString& form : forms) {
            if (form.size() >= shortestSecret)
                result.replace(form, u"•••"_s);
        }
    }
    QStringList lines = result.split(u'\n');
    for (QString& line : lines)
        line = redacted(line);
    return lines.join(u'\n');
}

QString layerName(SettingsLayer layer)
{
    switch (layer) {
    case SettingsLayer::BuiltIn:
        return u"built in"_s;
    case SettingsLayer::Defaults:
        return u"machine defaults"_s;
    case SettingsLayer::User:
        return u"user"_s;
    case SettingsLayer::Policy:
        return u"policy"_s;
    }
    return {};
}

/// Together with the password they are the institution's login.
bool belongsToALogin(const QString& key)
{
    return key.endsWith("/applicationCode"_L1) || key == "erapor/role"_L1;
}

QString settingsText(const Settings& settings)
{
    QString text = u"environment: %1\n\n"_s.arg(toString(settings.environment()));
    for (const SettingsKey& key : allSettingsKeys()) {
        const QString value = settings.value(key.name);
        const QString shown = belongsToALogin(key.name) ? (value.isEmpty() ? u"(not set)"_s : u"(set)"_s)
                              : value.isEmpty()         ? u"(empty)"_s
                                                        : value;
        text += u"%1 = %2   [%3]\n"_s.arg(key.name, shown, layerName(settings.layerOf(key.name)));
    }
    for (const SettingsNotice& notice : settings.notices())
        text += u'\n' + lineForIt(notice) + u'\n';
    return text;
}

QString versionsText(const SupportFacts& facts)
{
    const QStringList lines{
        u"Hekim Asistanı " HEKIM_VERSION ""_s,
        u"Qt %1, built with %2"_s.arg(QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR)),
        facts.engine,
        u"System: %1, %2 %3, %4"_s.arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(),
                                       QSysInfo::kernelVersion(), QSysInfo::currentCpuArchitecture()),
        u"Desktop: %1, %2"_s.arg(qEnvironmentVariable("XDG_CURRENT_DESKTOP", u"?"_s),
                                 qEnvironmentVariable("XDG_SESSION_TYPE", u"?"_s)),
        u"Language: %1"_s.arg(QLocale::system().name()),
        u"Pages are drawn by: %1"_s.arg(facts.renderer.isEmpty() ? u"no OpenGL"_s : facts.renderer),
        u"Sandbox: %1"_s.arg(facts.sandbox),
        u"Time: %1"_s.arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODate)),
    };
    return lines.join(u'\n') + u'\n';
}

QString logText(const QStringList& files)
{
    QByteArray text;
    for (const QString& path : files) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            text += file.readAll();
    }
    if (text.size() > longestLog) {
        const qsizetype from = text.indexOf('\n', text.size() - longestLog); // no line is cut
        text = text.mid(from + 1);
    }
    return QString::fromUtf8(text);
}

} // namespace

QList<std::pair<QString, QByteArray>> supportFiles(const SupportFacts& facts)
{
    const std::pair<QString, QString> texts[]{
        {u"readme.txt"_s, SupportText::readme()},
        {u"versions.txt"_s, versionsText(facts)},
        {u"settings.txt"_s, settingsText(facts.settings)},
        {u"connection.txt"_s, connectiontext::toText(facts.connection)},
        {u"connection.json"_s, QString::fromUtf8(connectiontext::toJson(facts.connection))},
        {u"log.txt"_s, logText(facts.logFiles)},
    };
    QList<std::pair<QString, QByteArray>> files;
    for (const auto& [name, text] : texts)
        files.append({name, cleaned(text, facts.secrets).toUtf8()});
    return files;
}

} // namespace hekim
