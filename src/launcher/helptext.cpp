#include "launcher/helptext.h"

#include <QCoreApplication>
#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

class HelpText
{
    Q_DECLARE_TR_FUNCTIONS(HelpText)

public:
    using Row = std::pair<QString, QString>;

    static QList<Row> options()
    {
        return {
            {u"--patient <no>"_s, tr("patient's TCKN or foreigner number (YKN)")},
            {u"--reason <0..3>"_s, tr("reason for the report")},
            {u"--doctor <no>"_s, tr("doctor's TCKN")},
            {u"--accession <no>"_s, tr("accession number: opens the images; may be given several times")},
            {u"--hes <code>"_s, tr("opens the HES tab with the code filled in")},
            {u"--page <name>"_s, tr("where to land: create, mine, history, images or hes")},
            {u"--request <file|->"_s,
             tr("the same fields as a JSON object, so that no number stands in the process list")},
            {u"--environment <name>"_s, tr("live, test, training or custom")},
            {u"--config <file>"_s, tr("settings file to use instead of the user's own")},
            {u"--provision <file|->"_s, tr("stores institution settings and secrets, without a window")},
            {u"--check"_s, tr("checks the connection to every service, without a window; with --doctor its "
                              "login too")},
            {u"--json"_s, tr("with --check: prints the result as JSON")},
            {u"--audit <verify|export>"_s,
             tr("checks the audit trail, or prints it as CSV; --request says whom to search for")},
            {u"--from, --to <yyyy-mm-dd>"_s, tr("with --audit export: the days")},
            {u"--logout"_s, tr("ends the doctor's session in the running window")},
            {u"--integrate"_s, tr("AppImage: registers links and the menu entry for this user")},
            {u"--remove-integration"_s, tr("AppImage: removes them again")},
            {u"--version"_s, tr("prints the version")},
            {u"--help"_s, tr("prints this text")},
        };
    }

    static QList<Row> exitCodes()
    {
        return {
            {u"0"_s, tr("done, or handed over to the running window")},
            {u"1"_s, tr("--check: a service that is needed does not work; --audit: the trail was changed")},
            {u"2"_s, tr("the request is malformed")},
            {u"3"_s, tr("settings or provisioning data are unusable")},
            {u"4"_s, tr("the operating system's keychain cannot be used")},
            {u"5"_s, tr("the window did not answer, runs in another environment or could not be started")},
        };
    }

    static QString table(const QString& title, const QList<Row>& rows)
    {
        const qsizetype width =
            std::ranges::max(rows, {}, [](const Row& row) { return row.first.size(); }).first.size();
        QString text = u'\n' + title + u'\n';
        for (const auto& [name, meaning] : rows)
            text += u"  "_s + name.leftJustified(width) + u"  "_s + meaning + u'\n';
        return text;
    }

    static QString whole()
    {
        return tr("Usage: %1").arg(u"hekim-asistani [%1] [hekim-asistani://open?…]\n"_s.arg(tr("options"))) +
               u'\n' + tr("Opens Hekim Asistanı, or hands the request to the window that is open already.") +
               u'\n' + table(tr("Options:"), options()) + table(tr("Exit codes:"), exitCodes());
    }
};

} // namespace

QString helpText()
{
    return HelpText::whole();
}

} // namespace hekim
