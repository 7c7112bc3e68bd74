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
            {u"--patient <no>"_s, tr("patient's T.C. identity number (TCKN) or foreigner number (YKN)")},
            {u"--reason <0..3>"_s, tr("0 general condition, 1 smoothbore rifle, 2 occupational health, 3 "
                                      "mental capacity; needs a patient")},
            {u"--doctor <no>"_s, tr("doctor's T.C. identity number: fills the login field, or logs in where "
                                    "the administrator allows it")},
            {u"--accession <no>"_s, tr("accession number of a study: opens the images; needs a patient; may "
                                       "be given several times")},
            {u"--hes <code>"_s, tr("opens the HES tab with the code filled in")},
            {u"--page <name>"_s, tr("where to land: create, mine, history, images or hes")},
            {u"--request <file|->"_s, tr("the same fields as a JSON object, so that no number stands in the "
                                         "process list; - is standard input")},
            {u"--environment <name>"_s, tr("live, test, training or custom; cannot contradict the policy")},
            {u"--config <file>"_s, tr("settings file to use instead of the user's own")},
            {u"--provision <file|->"_s,
             tr("stores institution settings and secrets, without a window; - is standard input")},
            {u"--check"_s, tr("checks the connection to every service, without a window; with --doctor that "
                              "doctor's login too")},
            {u"--json"_s, tr("with --check: prints the result as JSON")},
            {u"--audit <verify|export>"_s,
             tr("checks the audit trail, or prints it as CSV; --request says whose lines")},
            {u"--from <yyyy-mm-dd>"_s, tr("with --audit export: the first day")},
            {u"--to <yyyy-mm-dd>"_s, tr("with --audit export: the last day")},
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
            {u"0"_s, tr("done, or handed over and acknowledged by the running window")},
            {u"1"_s,
             tr("--check: a service that is needed does not work; --audit: the trail was changed, cut, or "
                "cannot be proven whole")},
            {u"2"_s, tr("the request is malformed; one line on standard error says which field and why, "
                        "numbers masked")},
            {u"3"_s, tr("settings or provisioning data are unusable")},
            {u"4"_s, tr("the operating system's keychain cannot be used")},
            {u"5"_s, tr("a window runs but did not answer or works in another environment, or it could not "
                        "be started")},
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
