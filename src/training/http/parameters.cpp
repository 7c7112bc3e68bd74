#include "training/http/parameters.h"

#include <QUrlQuery>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestEchoedName = 40;

} // namespace

tl::expected<Parameters, QString> Parameters::read(const QByteArray& encoded, const QStringList& known,
                                                   Names names)
{
    // A plus sign is a blank here as in the Ministry's ASP.NET, which QUrlQuery leaves to the caller.
    QByteArray blanksEncoded = encoded;
    blanksEncoded.replace('+', "%20");
    const QUrlQuery query(QString::fromUtf8(blanksEncoded));

    const auto sensitivity = names == Names::Exact ? Qt::CaseSensitive : Qt::CaseInsensitive;
    Parameters parameters;
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto& item : items) {
        const QString& name = item.first;
        const QString& value = item.second;
        const auto spelling = std::find_if(known.cbegin(), known.cend(), [&](const QString& candidate) {
            return candidate.compare(name, sensitivity) == 0;
        });
        if (spelling == known.cend()) {
            return tl::make_unexpected(u"Bilinmeyen parametre: %1"_s.arg(name.left(longestEchoedName)));
        }
        if (parameters.has(*spelling)) {
            return tl::make_unexpected(u"Parametre birden fazla kez verildi: %1"_s.arg(*spelling));
        }
        parameters.m_values.insert(*spelling, value);
    }
    return parameters;
}

tl::expected<Parameters, QString> Parameters::readFilled(const QByteArray& encoded, const QStringList& needed,
                                                         const QStringList& optional)
{
    auto given = read(encoded, needed + optional, Names::Exact);
    if (!given)
        return given;
    for (const auto& name : needed) {
        if (given->value(name).isEmpty())
            return tl::make_unexpected(u"Parametre eksik: %1"_s.arg(name));
    }
    return given;
}

std::optional<IdentityNumber> validNumber(const QString& text)
{
    const auto number = IdentityNumber::parse(text, {});
    return number && number->checksumHolds() ? std::optional(*number) : std::nullopt;
}

} // namespace hekim::training
