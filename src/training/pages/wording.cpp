#include "training/pages/wording.h"

#include <array>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

constexpr int turkeyOffsetSeconds = 3 * 60 * 60;

} // namespace

QString reasonText(int reason)
{
    static constexpr std::array<QStringView, 4> words{
        u"Genel Durum Değerlendirmesi Kararı",
        u"Yivsiz Av Tüfeği Kararı",
        u"İş Sağlığı Ve Güvenliği Kararı",
        u"Akli Meleke Kararı",
    };
    return reason >= 0 && reason < int(words.size()) ? words.at(std::size_t(reason)).toString() : QString();
}

QString dateText(const QDate& date)
{
    return date.toString(u"dd.MM.yyyy"_s);
}

QString momentText(const QDateTime& utc)
{
    return utc.toOffsetFromUtc(turkeyOffsetSeconds).toString(u"dd.MM.yyyy HH:mm"_s);
}

QString isoText(const QDateTime& utc)
{
    return utc.toOffsetFromUtc(turkeyOffsetSeconds).toString(Qt::ISODate);
}

} // namespace hekim::training
