#pragma once

#include "audit/proof/auditend.h"
#include "audit/proof/auditkeys.h"
#include "support/waiting.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QtTest>

namespace hekim::test {

using namespace Qt::StringLiterals;

inline PersonDigest testKey(char letter = 'k')
{
    return PersonDigest(QByteArray(PersonDigest::keyBytes, letter));
}

/// Of the environment without an institution code, as entry() names it.
inline AuditKeys keysOf(const QList<PersonDigest>& keys,
                        EnvironmentName environment = EnvironmentName::Custom)
{
    AuditKeys named;
    for (const PersonDigest& key : keys)
        named.insert(key.keyName(), {key, {environment, QString()}});
    return named;
}

inline QString endOf(const AuditLocation& location)
{
    return AuditEnd::pathIn(location.folder);
}

inline QJsonObject entry(const QString& event, const QString& time = u"2026-11-21T08:00:00.000Z"_s)
{
    return {{u"time"_s, time}, {u"event"_s, event}, {u"environment"_s, u"custom"_s}};
}

inline QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void setContent(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(content), content.size());
}

/// The lines of a file, without line ends.
inline QByteArrayList linesOf(const QString& path)
{
    QByteArrayList lines = contentOf(path).split('\n');
    if (!lines.isEmpty() && lines.constLast().isEmpty())
        lines.removeLast();
    return lines;
}

inline const QString november = u"audit-2026-11.jsonl"_s;

} // namespace hekim::test
