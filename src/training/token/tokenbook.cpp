#include "training/token/tokenbook.h"

#include <QRandomGenerator>

#include <array>

namespace hekim::training {

namespace {

/// An expired token is remembered this long, so that "expired" can be told from "never heard of it".
constexpr qint64 rememberExpiredSeconds = 24LL * 60 * 60;

} // namespace

TokenBook::TokenBook(Clock clock, int lifetimeSeconds)
    : m_clock(std::move(clock)), m_lifetimeSeconds(lifetimeSeconds)
{
}

QByteArray TokenBook::issue(const QString& doctor)
{
    const auto now = m_clock();
    auto token = randomKey();
    const std::scoped_lock lock(m_mutex);
    forgetOld(now);
    m_entries.insert(token, {doctor, now.addSecs(m_lifetimeSeconds)});
    return token;
}

TokenBook::Finding TokenBook::find(const QByteArray& token) const
{
    const auto now = m_clock();
    const std::scoped_lock lock(m_mutex);
    const auto entry = m_entries.constFind(token);
    if (entry == m_entries.cend()) {
        return {};
    }
    if (entry->expiresAt <= now) {
        return {State::Expired, {}};
    }
    return {State::Valid, entry->doctor};
}

void TokenBook::forgetOld(const QDateTime& now)
{
    m_entries.removeIf(
        [&](const auto& entry) { return entry.value().expiresAt.addSecs(rememberExpiredSeconds) <= now; });
}

QByteArray randomKey()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace hekim::training
