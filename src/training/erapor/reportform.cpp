#include "training/erapor/reportform.h"

#include "core/launch/reason.h"

#include <QRegularExpression>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 120;
constexpr qsizetype longestDecision = 2000;

/// Line ends as one character each, and no other control characters.
QString cleaned(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s);
    text.removeIf(
        [](QChar character) { return character.category() == QChar::Other_Control && character != u'\n'; });
    return text.trimmed();
}

} // namespace

std::optional<int> reasonNumber(const QString& text)
{
    const auto reason = reasonFromString(text);
    return reason ? std::optional(static_cast<int>(*reason)) : std::nullopt;
}

ReportForm::ReportForm(std::optional<int> reason)
{
    if (reason) {
        m_typed.insert(u"reason"_s, QString::number(*reason));
    }
}

ReportForm::ReportForm(const Parameters& sent)
{
    for (const auto& field : fieldNames()) {
        m_typed.insert(field, cleaned(sent.value(field)));
    }
    judgeTelephone();
    judgeReason();
    judgeText(u"institution"_s, u"Kurum adını yazın."_s, longestLine);
    judgeText(u"duty"_s, u"Görevini yazın."_s, longestLine);
    judgeText(u"decision"_s, u"Karar ve açıklamayı yazın."_s, longestDecision);
}

QStringList ReportForm::fieldNames()
{
    return {u"telephone"_s, u"institution"_s, u"duty"_s, u"reason"_s, u"decision"_s};
}

ReportText ReportForm::text() const
{
    return {typed(u"telephone"_s), typed(u"institution"_s), typed(u"duty"_s),
            reasonNumber(typed(u"reason"_s)).value_or(0), typed(u"decision"_s)};
}

void ReportForm::judgeTelephone()
{
    static const QRegularExpression separators(u"[ ()./-]"_s);
    static const QRegularExpression number(u"^(?:\\+90|0)?[2-5][0-9]{9}$"_s);
    const auto field = u"telephone"_s;
    const auto digits = typed(field).remove(separators);
    if (digits.isEmpty()) {
        m_faults.insert(field, u"Telefon numarasını yazın."_s);
    } else if (!number.match(digits).hasMatch()) {
        m_faults.insert(field, u"Telefon, alan koduyla birlikte 10 rakam olmalı; örneğin 0500 000 00 00."_s);
    }
}

void ReportForm::judgeReason()
{
    if (!reasonNumber(typed(u"reason"_s))) {
        m_faults.insert(u"reason"_s, u"Listeden bir veriliş nedeni seçin."_s);
    }
}

void ReportForm::judgeText(const QString& field, const QString& whenEmpty, qsizetype longest)
{
    const auto length = typed(field).size();
    if (length == 0) {
        m_faults.insert(field, whenEmpty);
    } else if (length > longest) {
        m_faults.insert(field,
                        u"En çok %1 karakter olabilir; %2 karakter yazılmış."_s.arg(longest).arg(length));
    }
}

} // namespace hekim::training
