#include "audit/proof/auditkeys.h"

#include <QFile>

#include <memory>

using namespace Qt::StringLiterals;

namespace hekim {

std::optional<AuditKeyOwner> auditKeyOwnerOf(const AuditLine& line)
{
    const auto environment = environmentFromString(line.members.value("environment"_L1).toString());
    if (!environment)
        return {};
    return AuditKeyOwner(*environment, line.members.value("institution"_L1).toString());
}

const PersonDigest* keyFor(const AuditLine& line, const AuditKeys& keys)
{
    const auto owner = auditKeyOwnerOf(line);
    for (auto [key, end] = keys.equal_range(line.keyName()); key != end; ++key) {
        if (key->owner == owner)
            return &key->key;
    }
    return nullptr;
}

std::set<AuditKeyOwner> auditKeyOwnersIn(const QString& folder)
{
    std::set<AuditKeyOwner> owners;
    for (const AuditFileName& name : auditFilesIn(folder)) {
        QFile file(folder + u'/' + name.toString());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        while (!file.atEnd()) {
            const auto line = AuditLine::read(file.readLine(AuditLine::longest + 2).trimmed());
            if (const auto owner = line ? auditKeyOwnerOf(*line) : std::nullopt;
                owner && !line->keyName().isEmpty())
                owners.insert(*owner);
        }
    }
    return owners;
}

void findAuditKeys(PersonDigests& persons, const std::set<AuditKeyOwner>& owners, QObject* context,
                   const std::function<void(const AuditKeys&, const std::optional<Error>&)>& done)
{
    struct Search
    {
        AuditKeys keys;
        std::optional<Error> refused;
        qsizetype left;
    };
    const auto search = std::make_shared<Search>(Search{{}, {}, static_cast<qsizetype>(owners.size())});
    if (owners.empty())
        done({}, {});
    for (const AuditKeyOwner& owner : owners) {
        persons.existingDigestFor(owner.first, owner.second, context,
                                  [search, done, owner](const Result<PersonDigest>& key) {
                                      if (key)
                                          search->keys.insert(key->keyName(), {*key, owner});
                                      else if (key.error().kind != ErrorKind::NotConfigured)
                                          search->refused = key.error();
                                      if (--search->left == 0)
                                          done(search->keys, search->refused);
                                  });
    }
}

} // namespace hekim
