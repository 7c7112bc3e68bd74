#include "workspace/reports/pastreportstable.h"

#include "core/launch/reason.h"
#include "core/text/folding.h"

#include <QCollator>
#include <QDateTime>
#include <QHash>

#include <algorithm>
#include <numeric>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

const QLocale& turkish()
{
    static const QLocale locale(QLocale::Turkish, QLocale::Turkey);
    return locale;
}

/// Words of members that are written without Turkish letters, as people write them.
const QHash<QString, QString>& turkishWords()
{
    static const QHash<QString, QString> words{
        {u"Aciklama"_s, u"Açıklama"_s},
        {u"Aciklamasi"_s, u"Açıklaması"_s},
        {u"Adi"_s, u"Adı"_s},
        {u"Bitis"_s, u"Bitiş"_s},
        {u"Brans"_s, u"Branş"_s},
        {u"Gorevi"_s, u"Görevi"_s},
        {u"Imzali"_s, u"İmzalı"_s},
        {u"Imza"_s, u"İmza"_s},
        {u"Baslangic"_s, u"Başlangıç"_s},
        {u"Soyadi"_s, u"Soyadı"_s},
        {u"Tani"_s, u"Tanı"_s},
        {u"Tanilar"_s, u"Tanılar"_s},
        {u"Turu"_s, u"Türü"_s},
        {u"Tckn"_s, u"TCKN"_s},
        {u"Verili"_s, u"Veriliş"_s}, // where the last letter was lost on its way
        {u"Verilis"_s, u"Veriliş"_s},
        {u"Sonuc"_s, u"Sonuç"_s},
        {u"Olusturma"_s, u"Oluşturma"_s},
        {u"Guncelleme"_s, u"Güncelleme"_s},
        {u"Islem"_s, u"İşlem"_s},
    };
    return words;
}

/// A member's name with its words apart: "raporTuru" is read better as "Rapor Türü".
QString spaced(const QString& member)
{
    QString apart;
    for (qsizetype i = 0; i < member.size(); ++i) {
        const QChar c = member.at(i);
        const bool followsSmall = i > 0 && member.at(i - 1).isLower();
        const bool endsCapitals =
            i > 0 && i + 1 < member.size() && member.at(i - 1).isUpper() && member.at(i + 1).isLower();
        const bool begins = c.isUpper() && (followsSmall || endsCapitals);
        if (begins)
            apart += u' ';
        apart += c == u'_' ? QChar(u' ') : c;
    }
    QStringList words = apart.split(u' ', Qt::SkipEmptyParts);
    for (QString& word : words) {
        word.front() = word.front().toUpper();
        word = turkishWords().value(word, word);
    }
    return words.isEmpty() ? member : words.join(u' ');
}

/// A number of the service's, or a text of digits, as report numbers are written.
bool isNumber(const QVariant& value)
{
    if (value.typeId() == QMetaType::LongLong || value.typeId() == QMetaType::Double)
        return true;
    return value.typeId() == QMetaType::QString &&
           std::ranges::all_of(value.toString(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// What a value is sorted by.
struct SortKey
{
    enum class Kind { Time, Number, Text, Nothing };
    Kind kind = Kind::Nothing;
    double number = 0;
    QCollatorSortKey text;

    friend bool operator<(const SortKey& left, const SortKey& right)
    {
        if (left.kind != right.kind)
            return left.kind < right.kind;
        return left.kind == Kind::Text ? left.text < right.text : left.number < right.number;
    }
};

SortKey sortKeyOf(const QVariant& value, const QString& text, const QCollator& collator)
{
    const auto key = [&](SortKey::Kind kind, double number) {
        return SortKey{kind, number, collator.sortKey({})};
    };
    switch (value.typeId()) {
    case QMetaType::QDate:
        return key(SortKey::Kind::Time, double(value.toDate().startOfDay().toMSecsSinceEpoch()));
    case QMetaType::QDateTime:
        return key(SortKey::Kind::Time, double(value.toDateTime().toMSecsSinceEpoch()));
    case QMetaType::LongLong:
    case QMetaType::Double:
        return key(SortKey::Kind::Number, value.toDouble());
    default:
        break;
    }
    if (text.isEmpty())
        return key(SortKey::Kind::Nothing, 0);
    return {SortKey::Kind::Text, 0, collator.sortKey(text)};
}

bool hasTime(const QVariant& value)
{
    if (value.typeId() != QMetaType::QDateTime)
        return false;
    const QDateTime time = value.toDateTime();
    return time.timeSpec() != Qt::LocalTime || time.time() != QTime(0, 0);
}

} // namespace

PastReportsTable::PastReportsTable(const PastReports& reports, const QLocale& locale)
    : m_columns(reports.columns)
{
    addTexts(reports, locale);
    addPlaces(reports);
}

QString PastReportsTable::heading(int column) const
{
    switch (m_columns.at(column).meaning) {
    case PastReports::Meaning::Number:
        return tr("Report no.");
    case PastReports::Meaning::Reference:
        return tr("Reference no.");
    case PastReports::Meaning::Date:
        return tr("Date");
    case PastReports::Meaning::Reason:
        return tr("Reason for the report");
    case PastReports::Meaning::Doctor:
        return tr("Physician");
    case PastReports::Meaning::Institution:
        return tr("Institution");
    case PastReports::Meaning::Other:
        break;
    }
    return spaced(m_columns.at(column).member);
}

int PastReportsTable::dateColumn() const
{
    const auto found =
        std::ranges::find(m_columns, PastReports::Meaning::Date, &PastReports::Column::meaning);
    return found == m_columns.end() ? -1 : static_cast<int>(found - m_columns.begin());
}

QString PastReportsTable::shown(const QVariant& value, const PastReports::Column& column,
                                const QLocale& locale, bool withTime)
{
    switch (value.typeId()) {
    case QMetaType::QDate:
        return locale.toString(value.toDate(), QLocale::ShortFormat);
    case QMetaType::QDateTime: {
        const QDateTime time = value.toDateTime().toLocalTime();
        return withTime ? locale.toString(time, QLocale::ShortFormat)
                        : locale.toString(time.date(), QLocale::ShortFormat);
    }
    case QMetaType::Bool:
        return value.toBool() ? tr("Yes") : tr("No");
    case QMetaType::Double:
        return locale.toString(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    default:
        break;
    }
    const QString text = value.toString();
    if (column.meaning == PastReports::Meaning::Reason)
        if (const auto reason = reasonFromString(text)) // a code of guide 000, table 4
            return displayName(*reason);
    return text;
}

void PastReportsTable::addTexts(const PastReports& reports, const QLocale& locale)
{
    // A service that keeps days only writes each as midnight: then the time says nothing.
    QList<bool> withTime;
    for (int column = 0; column < columnCount(); ++column)
        withTime.append(std::ranges::any_of(
            reports.rows, [column](const QVariantList& row) { return hasTime(row.at(column)); }));

    m_texts.reserve(reports.rows.size());
    m_keys.reserve(reports.rows.size());
    for (const QVariantList& row : reports.rows) {
        QStringList texts;
        texts.reserve(row.size());
        for (int column = 0; column < columnCount(); ++column)
            texts.append(shown(row.at(column), m_columns.at(column), locale, withTime.at(column)));
        m_keys.append(folded(texts.join(u'\n')));
        m_texts.append(texts);
    }
}

void PastReportsTable::addPlaces(const PastReports& reports)
{
    QCollator collator(turkish());
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    for (int column = 0; column < columnCount(); ++column) {
        std::vector<SortKey> keys;
        keys.reserve(static_cast<std::size_t>(rowCount()));
        for (int row = 0; row < rowCount(); ++row)
            keys.push_back(sortKeyOf(reports.rows.at(row).at(column), text(row, column), collator));
        std::vector<std::size_t> order(keys.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::sort(order,
                          [&keys](std::size_t left, std::size_t right) { return keys[left] < keys[right]; });

        m_isNumeric.append(m_columns.at(column).meaning != PastReports::Meaning::Reason &&
                           std::ranges::all_of(reports.rows, [column](const QVariantList& row) {
                               return row.at(column).isNull() || isNumber(row.at(column));
                           }));
        QList<Place> places(rowCount());
        int rank = 0;
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i > 0 && keys[order[i - 1]] < keys[order[i]])
                ++rank;
            places[static_cast<qsizetype>(order[i])] = {static_cast<int>(keys[order[i]].kind), rank};
        }
        m_places.append(places);
    }
}

QList<int> PastReportsTable::matching(const QString& filter) const
{
    const QStringList words = folded(filter).simplified().split(u' ', Qt::SkipEmptyParts);
    QList<int> rows;
    rows.reserve(rowCount());
    for (int row = 0; row < rowCount(); ++row)
        if (std::ranges::all_of(words, [&](const QString& word) { return m_keys.at(row).contains(word); }))
            rows.append(row);
    return rows;
}

void PastReportsTable::sort(QList<int>& rows, int column, Qt::SortOrder order) const
{
    if (column < 0 || column >= columnCount())
        return;
    const QList<Place>& places = m_places.at(column);
    std::ranges::stable_sort(rows, [&](int left, int right) {
        const Place& one = places.at(left);
        const Place& other = places.at(right);
        if (one.group != other.group)
            return one.group < other.group;
        return order == Qt::AscendingOrder ? one.rank < other.rank : other.rank < one.rank;
    });
}

} // namespace hekim
