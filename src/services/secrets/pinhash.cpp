#include "services/secrets/pinhash.h"

#include <sodium.h>

#include <array>

namespace hekim {

namespace {

constexpr unsigned long long rounds = 3;
constexpr size_t memoryBytes = size_t{64} * 1024 * 1024;

} // namespace

QByteArray pinHash(const QByteArray& pin)
{
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (sodium_init() < 0 ||
        crypto_pwhash_str(text.data(), pin.constData(), static_cast<unsigned long long>(pin.size()), rounds,
                          memoryBytes) != 0)
        return {};
    return QByteArray(text.data());
}

bool pinMatches(const QByteArray& hash, const QByteArray& pin)
{
    return sodium_init() >= 0 && crypto_pwhash_str_verify(hash.constData(), pin.constData(),
                                                          static_cast<unsigned long long>(pin.size())) == 0;
}

} // namespace hekim
