#include "widgets/fields/datefield.h"

namespace hekim {

using namespace Qt::StringLiterals;

DateField::DateField(QWidget* parent) : QLineEdit(parent)
{
    setPlaceholderText(tr("dd.mm.yyyy"));
    setMaxLength(20);
}

void DateField::setDate(QDate date)
{
    setText(date.toString(u"dd.MM.yyyy"_s));
}

QDate DateField::date() const
{
    const QString typed = text().simplified();
    for (const QString& format : {u"d.M.yyyy"_s, u"d/M/yyyy"_s, u"yyyy-M-d"_s}) {
        if (const QDate date = QDate::fromString(typed, format); date.isValid() && date.year() >= 1900)
            return date;
    }
    return {};
}

bool DateField::isGood() const
{
    return text().trimmed().isEmpty() || date().isValid();
}

} // namespace hekim
