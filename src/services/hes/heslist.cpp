#include "services/hes/heslist.h"

#include "services/hes/hesinput.h"

#include <QHash>

#include <algorithm>

namespace hekim {

namespace {

constexpr qsizetype longestShown = 60;

bool hasDigit(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

// No person looks at each row of a list: "HES KODLARI" has ten letters too.
QList<HesCode> codesIn(const QString& text)
{
    if (const auto whole = readHesCode(text, {}); whole && hasDigit(whole->text()))
        return {*whole};
    return findHesCodes(text);
}

// Words alone, as a column's name is made of.
bool canBeHeading(const QString& text)
{
    return !hasDigit(text) && std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

} // namespace

QList<HesCode> HesList::codes() const
{
    QList<HesCode> codes;
    codes.reserve(entries.size());
    for (const Entry& entry : entries)
        codes += entry.code;
    return codes;
}

HesList hesListOf(const QList<HesLine>& lines)
{
    HesList list;
    QHash<QString, int> firstLines;
    bool isFirst = true;
    for (const HesLine& line : lines) {
        const QString text = line.text.trimmed();
        if (text.isEmpty())
            continue;
        const bool mayBeHeading = std::exchange(isFirst, false) && lines.size() > 1;
        const QList<HesCode> codes = codesIn(text);
        if (codes.isEmpty()) {
            if (!mayBeHeading || !canBeHeading(text))
                list.malformed.append({text.left(longestShown), line.line});
            continue;
        }
        for (const HesCode& code : codes) {
            if (const auto known = firstLines.constFind(code.text()); known != firstLines.constEnd()) {
                list.duplicates.append({code, line.line, *known});
            } else if (list.entries.size() >= mostHesCodes) {
                list.isCut = true;
                return list;
            } else {
                firstLines.insert(code.text(), line.line);
                list.entries.append({code, line.line});
            }
        }
    }
    return list;
}

int hesColumnOf(const QList<QStringList>& rows)
{
    constexpr qsizetype sample = 2000; // as many rows tell it
    QList<int> counts;
    for (qsizetype row = 0; row < std::min(rows.size(), sample); ++row) {
        for (qsizetype column = 0; column < rows.at(row).size(); ++column) {
            if (codesIn(rows.at(row).at(column)).isEmpty())
                continue;
            counts.resize(std::max(counts.size(), column + 1));
            ++counts[column];
        }
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return most == counts.end() ? -1 : static_cast<int>(most - counts.begin());
}

HesList hesListOf(const QList<QStringList>& rows, int column)
{
    QList<HesLine> lines;
    lines.reserve(rows.size());
    qsizetype blank = 0;
    for (qsizetype row = 0; row < rows.size(); ++row) {
        lines.append({rows.at(row).value(column), static_cast<int>(row + 1)});
        blank += !rows.at(row).isEmpty() && lines.constLast().text.trimmed().isEmpty() ? 1 : 0;
    }
    HesList list = hesListOf(lines);
    list.blank = blank;
    return list;
}

HesList hesListOf(const QString& text)
{
    QList<HesLine> lines;
    int number = 0;
    for (const QString& line : text.split(QLatin1Char('\n')))
        lines.append({line, ++number});
    return hesListOf(lines);
}

} // namespace hekim
