#include "core/settings/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <QTranslator>

#include <array>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

// Qt's own buttons say what ours do: the translations of these stand among ours, which are asked first.
[[maybe_unused]] constexpr std::array wordsOfQt{QT_TRANSLATE_NOOP("QPlatformTheme", "Cancel"),
                                                QT_TRANSLATE_NOOP("QGnomeTheme", "&Cancel")};

/// Qt's words without those of its libraries' errors, which only lines for IT quote: these are in one
/// language, English.
class QtWords : public QTranslator
{
public:
    using QTranslator::QTranslator;
    QString translate(const char* context, const char* source, const char* note, int n) const override
    {
        return m_errors.contains(QLatin1String(context)) ? QString()
                                                         : QTranslator::translate(context, source, note, n);
    }

private:
    const QSet<QLatin1String> m_errors{"QAbstractSocket"_L1,
                                       "QDnsLookup"_L1,
                                       "QDnsLookupRunnable"_L1,
                                       "QFile"_L1,
                                       "QFileDevice"_L1,
                                       "QHostInfo"_L1,
                                       "QHostInfoAgent"_L1,
                                       "QHttp"_L1,
                                       "QHttpSocketEngine"_L1,
                                       "QIODevice"_L1,
                                       "QJsonParseError"_L1,
                                       "QLibrary"_L1,
                                       "QLocalServer"_L1,
                                       "QLocalSocket"_L1,
                                       "QNativeSocketEngine"_L1,
                                       "QNetworkAccessFileBackend"_L1,
                                       "QNetworkAccessManager"_L1,
                                       "QNetworkReply"_L1,
                                       "QNetworkReplyHttpImpl"_L1,
                                       "QNetworkReplyImpl"_L1,
                                       "QPluginLoader"_L1,
                                       "QProcess"_L1,
                                       "QSaveFile"_L1,
                                       "QSocks5SocketEngine"_L1,
                                       "QSslSocket"_L1,
                                       "QTcpServer"_L1,
                                       "QUdpSocket"_L1,
                                       "QXmlStream"_L1};
};

QString codeOf(Language language)
{
    if (language == Language::System)
        language = QLocale::system().language() == QLocale::English ? Language::English : Language::Turkish;
    return language == Language::English ? u"en"_s : u"tr"_s;
}

} // namespace

void installLanguage(QCoreApplication& application, Language language)
{
    const QString code = codeOf(language);
    QLocale::setDefault(code == u"en"_s ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                        : QLocale(QLocale::Turkish, QLocale::Turkey));
    const auto install = [&code](QTranslator* translator, const QString& base) {
        if (translator->load(u":/i18n/%1_%2.qm"_s.arg(base, code)))
            QCoreApplication::installTranslator(translator);
    };
    install(new QtWords(&application), u"qtbase"_s);
    install(new QTranslator(&application), u"hekim-asistani"_s); // asked first
}

} // namespace hekim
