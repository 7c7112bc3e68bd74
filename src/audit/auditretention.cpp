#include "audit/auditretention.h"

#include "audit/auditevent.h"
#include "audit/proof/audittrust.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

/// The trail as far as it was read, one file after the other.
class Chain
{
public:
    struct File
    {
        QByteArray prev; ///< of its first line
        bool counts = false;
        QStringList madeKeys{};
    };

    explicit Chain(const PersonDigest* key) : m_key(key) {}

    /// Whether the file goes on with it, and holds nothing but lines of its month.
    bool read(const QString& path, const AuditFileName& name)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return false;
        m_files.append(File());
        QByteArray torn; // digest of what is no line; empty: none
        while (!file.atEnd()) {
            const QByteArray text = file.readLine(AuditLine::longest + 2);
            if (!text.endsWith('\n'))
                return false;
            const auto line = AuditLine::read(text.chopped(1));
            if (!line && !torn.isEmpty())
                return false;
            if (!line) {
                torn = QCryptographicHash::hash(text.chopped(1), QCryptographicHash::Sha256).toHex();
                continue;
            }
            // What a crash cut short is ended and told in its own file, in whichever month that is.
            const bool isInPlace = torn.isEmpty() ? isOfMonth(*line, name) : tells(*line, torn);
            if (!isInPlace || !take(*line))
                return false;
            torn.clear();
        }
        return torn.isEmpty();
    }

    [[nodiscard]] bool reaches(const AuditEnd& end) const { return m_next == end.next && m_prev == end.prev; }
    /// From its very first line, or from where retention cut it.
    [[nodiscard]] bool isWhole() const
    {
        return (m_first == 1 && m_files.constFirst().prev == auditBeginning()) ||
               m_cuts.contains(m_files.constFirst().prev);
    }
    /// Cut by retention, as lines say that were sealed with another key.
    [[nodiscard]] bool mayBeWhole() const { return m_foreignCuts.contains(m_files.constFirst().prev); }
    /// Lines with seals, and no key.
    [[nodiscard]] bool lacksKey() const { return !m_key && m_hasSeals; }
    [[nodiscard]] const QList<File>& files() const { return m_files; }

private:
    static bool isOfMonth(const AuditLine& line, const AuditFileName& name)
    {
        const QString time = line.members.value("time"_L1).toString();
        const QDate day = QDate::fromString(time.left(10), Qt::ISODate);
        return !day.isValid() || AuditFileName::ofMonth(day).months() == name.months();
    }

    static bool tells(const AuditLine& line, const QByteArray& torn)
    {
        return line.members.value("event"_L1) == toString(AuditAction::Damaged) &&
               line.members.value("tornHash"_L1).toString().toLatin1() == torn;
    }

    bool take(const AuditLine& line)
    {
        const bool isFirst = m_next == 0;
        const bool follows = isFirst || (line.number == m_next && line.prev == m_prev);
        const bool isForged = m_key && line.keyName() == m_key->keyName() && !line.isSealedBy(*m_key);
        if (!follows || isForged || !line.members.contains("event"_L1)) // an end marker is no line
            return false;
        if (isFirst)
            m_first = line.number;
        m_next = line.number + 1;
        m_prev = line.hash;
        const bool hasSeal = !line.keyName().isEmpty() || !line.seal.isEmpty();
        m_hasSeals = m_hasSeals || hasSeal;
        const bool counts = m_key ? line.isSealedBy(*m_key) : !hasSeal;
        File& file = m_files.last();
        if (file.prev.isEmpty())
            file.prev = line.prev;
        file.counts = file.counts || counts;
        if (m_key && counts)
            file.madeKeys += madeKeysIn(line);
        if (line.members.value("event"_L1) == toString(AuditAction::FilesRemoved)) {
            const QByteArray upTo = line.members.value("upTo"_L1).toString().toLatin1();
            if (counts)
                m_cuts += upTo;
            else if (hasSeal)
                m_foreignCuts += upTo;
        }
        return true;
    }

    const PersonDigest* m_key;
    QList<File> m_files;
    QByteArrayList m_cuts; ///< where retention cut it
    QByteArrayList m_foreignCuts;
    bool m_hasSeals = false;
    qint64 m_first = 0;
    qint64 m_next = 0; ///< 0: before the first line
    QByteArray m_prev;
};

} // namespace

qsizetype filesToRemove(const QList<AuditFileName>& files, int present, int keepMonths)
{
    if (keepMonths <= 0)
        return 0;
    QList<int> passed; // months up to each file
    int latest = 0;
    int months = 0;
    for (const AuditFileName& file : files) {
        if (file.months() < present && file.months() > latest) {
            latest = file.months();
            ++months;
        }
        passed.append(months);
    }
    const int over = present > latest + 1 ? months - 1 : months;
    const auto stays =
        std::find_if(passed.begin(), passed.end(), [&](int before) { return over - before <= keepMonths; });
    return std::distance(passed.begin(), stays);
}

AuditRetention AuditRetention::of(const QString& folder, const QList<AuditFileName>& files,
                                  const AuditFileName& present, int keepMonths, const AuditEnd& end,
                                  const PersonDigest* key)
{
    if (filesToRemove(files, present.months(), keepMonths) == 0)
        return {};
    Chain chain(key);
    for (const AuditFileName& file : files) {
        if (!chain.read(folder + u'/' + file.toString(), file))
            return {.doubt = file.toString()};
    }
    if (!chain.reaches(end))
        return {.doubt = files.constLast().toString()};
    if (chain.lacksKey())
        return {};
    if (!chain.isWhole())
        return {.doubt = chain.mayBeWhole() ? QString() : files.constFirst().toString()};

    QList<AuditFileName> counted = files;
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (!chain.files().at(i).counts)
            counted[i] = {}; // later than no month
    }
    AuditRetention retention;
    for (qsizetype i = 0; i < filesToRemove(counted, present.months(), keepMonths); ++i)
        retention.old.append({files.at(i), chain.files().at(i + 1).prev, chain.files().at(i).madeKeys});
    return retention;
}

} // namespace hekim
