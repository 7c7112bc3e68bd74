#include "audit/auditline.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr qsizetype hashSize = 64;
const QByteArray prevBegin = QByteArrayLiteral(",\"prev\":\"");
const QByteArray sealBegin = QByteArrayLiteral("\",\"seal\":\"");
const QByteArray hashBegin = QByteArrayLiteral("\",\"hash\":\"");
const QByteArray lineEnd = QByteArrayLiteral("\"}");

QByteArray hashOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

bool isHash(const QByteArray& text)
{
    return text.size() == hashSize && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

QByteArray beforeHash(const AuditLine& line)
{
    return line.sealed + sealBegin + line.seal;
}

} // namespace

std::optional<AuditLine> AuditLine::read(const QByteArray& text)
{
    if (text.size() > longest || !text.endsWith(lineEnd))
        return {};
    AuditLine line;
    const qsizetype hashAt = text.size() - lineEnd.size() - hashSize;
    const qsizetype hashedEnd = hashAt - hashBegin.size();
    if (hashedEnd <= 0 || text.sliced(hashedEnd, hashBegin.size()) != hashBegin)
        return {};
    line.hash = text.sliced(hashAt, hashSize);
    if (!isHash(line.hash) || hashOf(text.first(hashedEnd)) != line.hash)
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return {};
    line.members = document.object();
    line.number = line.members.value("seq"_L1).toInteger();
    line.prev = line.members.value("prev"_L1).toString().toLatin1();
    line.seal = line.members.value("seal"_L1).toString().toLatin1();
    line.sealed = text.first(std::max<qsizetype>(0, hashedEnd - line.seal.size() - sealBegin.size()));
    const bool whole = line.number >= 1 && isHash(line.prev) && (line.seal.isEmpty() || isHash(line.seal)) &&
                       line.text() == text;
    return whole ? std::optional(line) : std::nullopt;
}

AuditLine AuditLine::make(QJsonObject members, qint64 number, const QByteArray& prev, const PersonDigest* key)
{
    members.insert("seq"_L1, number);
    if (key)
        members.insert("key"_L1, key->keyName());
    AuditLine line;
    line.sealed = QJsonDocument(members).toJson(QJsonDocument::Compact).chopped(1) + prevBegin + prev;
    line.number = number;
    line.prev = prev;
    if (key)
        line.seal = key->sealOf(line.sealed).toLatin1();
    line.hash = hashOf(beforeHash(line));
    line.members = std::move(members);
    return line;
}

QByteArray AuditLine::text() const
{
    return beforeHash(*this) + hashBegin + hash + lineEnd;
}

QString AuditLine::keyName() const
{
    return members.value("key"_L1).toString();
}

bool AuditLine::isSealedBy(const PersonDigest& key) const
{
    return !seal.isEmpty() && key.sealOf(sealed).toLatin1() == seal;
}

QByteArray auditBeginning()
{
    return QByteArray(hashSize, '0');
}

} // namespace hekim
