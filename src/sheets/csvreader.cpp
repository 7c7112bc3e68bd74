#include "sheets/csvreader.h"

#include <algorithm>
#include <array>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar quote = u'"';
constexpr QChar lineEnd = u'\n';

// Which of Excel's and the databases' separators it is: the one that stands most often in the first lines.
QChar separatorOf(QStringView text)
{
    constexpr qsizetype sample = 8192;
    const QStringView start = text.left(sample);
    constexpr std::array separators{u';', u',', u'\t', u'|'};
    return *std::max_element(separators.begin(), separators.end(), [&](char16_t one, char16_t other) {
        return start.count(QChar(one)) < start.count(QChar(other));
    });
}

// What stands in quotation marks, of which the first is at `place`; that is behind the last afterwards.
std::optional<QString> quoted(QStringView text, qsizetype& place)
{
    QString cell;
    for (;;) {
        const qsizetype end = text.indexOf(quote, place + 1);
        if (end < 0)
            return std::nullopt;
        cell += text.sliced(place + 1, end - place - 1);
        place = end + 1;
        if (place == text.size() || text.at(place) != quote)
            return cell;
        cell += quote; // two of them are one
    }
}

bool readRecords(QStringView text, TableBuilder& table)
{
    const QChar separator = separatorOf(text);
    qsizetype row = 0;
    qsizetype column = 0;
    for (qsizetype place = 0; place < text.size(); ++place) {
        if (text.at(place) == quote) {
            const auto cell = quoted(text, place);
            if (!cell)
                return false;
            table.put(row, column, *cell);
        } else {
            const qsizetype start = place;
            while (place < text.size() && text.at(place) != separator && text.at(place) != lineEnd)
                ++place;
            table.put(row, column, text.sliced(start, place - start).toString());
        }
        if (place == text.size())
            break;
        if (text.at(place) == separator) {
            ++column;
        } else if (text.at(place) == lineEnd) {
            ++row;
            column = 0;
        } else {
            return false;
        }
    }
    return true;
}

} // namespace

Tables readCsv(QString text)
{
    text.replace(u"\r\n"_s, lineEnd).replace(u'\r', lineEnd);
    TableBuilder records;
    records.begin({});
    if (readRecords(text, records))
        return records.tables();
    TableBuilder lines;
    lines.begin({});
    qsizetype row = 0;
    for (const QStringView line : QStringView(text).split(lineEnd))
        lines.put(row++, 0, line.toString());
    return lines.tables();
}

} // namespace hekim
