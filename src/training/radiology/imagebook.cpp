#include "training/radiology/imagebook.h"

#include "training/token/tokenbook.h"

#include <algorithm>

namespace hekim::training {

namespace {

constexpr int codeSeconds = 60;

template <class Entries>
void forgetOld(Entries& entries, const QDateTime& now)
{
    entries.removeIf([&](const auto& entry) { return entry.value().expiresAt <= now; });
}

} // namespace

ImageBook::ImageBook(Clock clock, int tokenLifetimeSeconds)
    : m_clock(std::move(clock)), m_lifetimeSeconds(tokenLifetimeSeconds)
{
}

QByteArray ImageBook::issueToken(const Subject& subject)
{
    const auto now = m_clock();
    auto token = randomKey();
    const std::scoped_lock lock(m_mutex);
    forgetOld(m_tokens, now);
    m_tokens.insert(token, {subject, now.addSecs(m_lifetimeSeconds)});
    return token;
}

std::optional<ImageBook::Subject> ImageBook::subjectOf(const QByteArray& token) const
{
    const auto now = m_clock();
    const std::scoped_lock lock(m_mutex);
    const auto entry = m_tokens.constFind(token);
    if (entry == m_tokens.cend() || entry->expiresAt <= now)
        return {};
    return entry->what;
}

QByteArray ImageBook::issueCode(const Study& study)
{
    const auto now = m_clock();
    auto code = randomKey();
    const std::scoped_lock lock(m_mutex);
    forgetOld(m_codes, now);
    m_codes.insert(code, {study, now.addSecs(std::min(codeSeconds, m_lifetimeSeconds))});
    return code;
}

std::optional<ImageBook::Study> ImageBook::redeem(const QByteArray& code)
{
    const auto now = m_clock();
    const std::scoped_lock lock(m_mutex);
    forgetOld(m_codes, now);
    const auto entry = m_codes.find(code);
    if (entry == m_codes.end())
        return {};
    const auto study = entry->what;
    m_codes.erase(entry);
    return study;
}

} // namespace hekim::training
