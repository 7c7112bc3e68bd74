#include "gui/readiness/readinesspdf.h"

#include "gui/readiness/readinesstext.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPdfWriter>
#include <QTextDocument>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

struct ReadinessPdf
{
    Q_DECLARE_TR_FUNCTIONS(ReadinessPdf)
};

/// Writes the record as HTML for QTextDocument.
class Writer
{
public:
    Writer(const ReadinessRecord& record, EnvironmentName environment, QDate today)
        : m_record(record), m_environment(environment), m_today(today)
    {
    }

    void heading(const QString& text) { m_html += u"<h3>%1</h3>"_s.arg(text.toHtmlEscaped()); }
    void line(const QString& text) { m_html += u"<p>%1</p>"_s.arg(text.toHtmlEscaped()); }

    void list(const QString& title, const QList<ChecklistStep>& steps)
    {
        QString rows;
        QList<ReadinessState> states;
        QString part;
        for (const ChecklistStep& step : steps) {
            if (std::exchange(part, step.part) != step.part)
                rows += u"<tr><td colspan=\"4\"><b>%1</b></td></tr>"_s.arg(step.part.toHtmlEscaped());
            if (!step.perDoctor) {
                rows += row(step, nullptr, states);
                continue;
            }
            for (const DoctorChecks& doctor : m_record.doctors.value(m_environment))
                rows += row(step, &doctor, states);
        }
        heading(ReadinessPdf::tr("%1 – %2", "list – progress").arg(title, progressText(states)));
        m_html += u"<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\" width=\"100%\" "
                  u"style=\"border-collapse: collapse\"><thead><tr>"_s;
        for (const QString& name : {ReadinessPdf::tr("Step"), ReadinessPdf::tr("Who"),
                                    ReadinessPdf::tr("State"), ReadinessPdf::tr("Evidence")})
            m_html += u"<th align=\"left\">%1</th>"_s.arg(name.toHtmlEscaped());
        m_html += u"</tr></thead><tbody>"_s + rows + u"</tbody></table>"_s;
    }

    [[nodiscard]] QString html() const { return m_html; }

private:
    QString row(const ChecklistStep& step, const DoctorChecks* doctor, QList<ReadinessState>& states) const
    {
        const ReadinessState state = m_record.stateOf(step, m_environment, m_today, doctor);
        states.append(state);
        QStringList evidence;
        if (const auto seen = m_record.verificationOf(step, m_environment))
            evidence.append(textOf(*seen));
        if (const auto statement = m_record.statementOf(step, doctor)) {
            evidence += linesOf(*statement);
            if (step.proof == Proof::DoctorRegistry)
                evidence.append(manualRecordWarning());
        }
        QStringList what{doctor ? u"%1: %2"_s.arg(doctor->name, step.title) : step.title, step.source};
        QString cells;
        for (const QString& text : {what.join(u'\n'), step.who, displayName(state), evidence.join(u'\n')})
            cells += u"<td>%1</td>"_s.arg(text.toHtmlEscaped().replace(u'\n', u"<br>"_s));
        return u"<tr>%1</tr>"_s.arg(cells);
    }

    const ReadinessRecord& m_record;
    EnvironmentName m_environment;
    QDate m_today;
    QString m_html;
};

QString htmlOf(const ReadinessRecord& record, const QString& title, EnvironmentName environment, QDate today)
{
    Writer writer(record, environment, today);
    writer.heading(title);
    writer.line(ReadinessPdf::tr("%1 environment, %2", "environment, day")
                    .arg(displayName(environment), QLocale().toString(today, QLocale::ShortFormat)));
    const auto hes = hesSteps(record.hes);
    if (!hes.isEmpty())
        writer.list(ReadinessPdf::tr("HES access"), hes);
    else
        writer.line(ReadinessPdf::tr("HES access: %1").arg(displayName(record.hes)));
    if (record.remote == RemoteService::Given)
        writer.list(ReadinessPdf::tr("Remote health service"), remoteServiceSteps());
    else
        writer.line(ReadinessPdf::tr("Remote health service: %1").arg(displayName(record.remote)));
    for (const WentLive& live : record.wentLive) {
        const QString when = QLocale().toString(live.made.toLocalTime(), QLocale::ShortFormat);
        writer.line(live.missing.isEmpty()
                        ? ReadinessPdf::tr("Live since %1, nothing was missing.").arg(when)
                        : ReadinessPdf::tr("%1 went live on %2 although %n step(s) were missing.", nullptr,
                                           static_cast<int>(live.missing.size()))
                              .arg(live.by, when));
    }
    return writer.html();
}

} // namespace

QByteArray readinessPdf(const ReadinessRecord& record, const QString& institutionName,
                        EnvironmentName environment, QDate today)
{
    constexpr int resolution = 300;
    constexpr qreal pointSize = 8;
    constexpr qreal margin = 15;
    const QString title =
        ReadinessPdf::tr("Readiness: %1")
            .arg(institutionName.isEmpty() ? record.institution
                                           : u"%1 (%2)"_s.arg(institutionName, record.institution));
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(resolution);
    writer.setPageLayout({QPageSize(QPageSize::A4), QPageLayout::Portrait,
                          QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter});
    writer.setTitle(title);
    QTextDocument document;
    QFont font = document.defaultFont();
    font.setPointSizeF(pointSize);
    document.setDefaultFont(font);
    document.setHtml(htmlOf(record, title, environment, today));
    document.print(&writer);
    buffer.close();
    return pdf;
}

} // namespace hekim
