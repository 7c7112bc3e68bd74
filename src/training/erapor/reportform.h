#pragma once

#include "training/erapor/reportbook.h"
#include "training/http/parameters.h"

#include <QHash>

namespace hekim::training {

/// What was typed into the form, kept as it was typed, and what is wrong with it in words.
class ReportForm
{
public:
    /// An empty form; `reason` preselects if given.
    explicit ReportForm(std::optional<int> reason = {});
    /// A sent form, judged.
    explicit ReportForm(const Parameters& sent);

    static QStringList fieldNames();

    [[nodiscard]] bool isValid() const { return m_faults.isEmpty(); }
    [[nodiscard]] QString typed(const QString& field) const { return m_typed.value(field); }
    [[nodiscard]] QString fault(const QString& field) const { return m_faults.value(field); }
    [[nodiscard]] ReportText text() const; ///< of a valid form

private:
    void judgeTelephone();
    void judgeReason();
    void judgeText(const QString& field, const QString& whenEmpty, qsizetype longest);

    QHash<QString, QString> m_typed;
    QHash<QString, QString> m_faults;
};

/// "0".."3" of guide 000, table 4.
std::optional<int> reasonNumber(const QString& text);

} // namespace hekim::training
