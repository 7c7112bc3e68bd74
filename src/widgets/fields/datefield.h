#pragma once

#include <QDate>
#include <QLineEdit>

namespace hekim {

/// A day that may be left out, typed as people write it: "21.11.2026" or "2026-11-21".
class DateField : public QLineEdit
{
    Q_OBJECT

public:
    explicit DateField(QWidget* parent = nullptr);

    void setDate(QDate date); ///< an invalid one empties the field
    /// Invalid where the field is empty or says no day.
    [[nodiscard]] QDate date() const;
    [[nodiscard]] bool isGood() const; ///< empty or a day
};

} // namespace hekim
