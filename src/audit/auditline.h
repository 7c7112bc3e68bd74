#pragma once

#include "services/secrets/persondigests.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace hekim {

/// One line of the audit trail, without its line end (docs/audit.md has the format):
///
///     {…,"seq":7,…,"prev":"<hash>","seal":"<seal>","hash":"<hash>"}
///
/// `hash` is the SHA-256 of all bytes before `,"hash"`, and `prev` that of the line before, so that no byte
/// can change, and no line go, come or move, without being seen. `seal` is an HMAC with the institution's
/// key over the bytes before `,"seal"`: without the key a chain cannot be written anew. It is empty where
/// the keychain could not be used.
struct AuditLine
{
    static constexpr qsizetype longest = qsizetype{16} * 1024;

    QJsonObject members;
    qint64 number = 0; ///< "seq": 1 and up, over all files
    QByteArray prev;   ///< 64 hexadecimal digits
    QByteArray hash;
    QByteArray seal;   ///< may be empty
    QByteArray sealed; ///< what the seal is over

    /// Nothing where the text is no whole line of the trail or its hash is not that of its bytes.
    static std::optional<AuditLine> read(const QByteArray& text);
    /// Without a seal where `key` is null; `members` must not hold the chain's own ones.
    static AuditLine make(QJsonObject members, qint64 number, const QByteArray& prev,
                          const PersonDigest* key);
    [[nodiscard]] QByteArray text() const;

    /// Name of the key that it says it is sealed with (PersonDigest::keyName()); empty without one.
    [[nodiscard]] QString keyName() const;
    /// The seal is there and made with this key.
    [[nodiscard]] bool isSealedBy(const PersonDigest& key) const;
};

/// `prev` of the very first line.
QByteArray auditBeginning();

} // namespace hekim
