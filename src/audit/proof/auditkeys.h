#pragma once

#include "audit/auditfiles.h"
#include "core/settings/environment.h"

#include <QMultiHash>

#include <functional>
#include <optional>
#include <set>
#include <utility>

class QObject;

namespace hekim {

class PersonDigests;

/// Whose key a line is sealed with: environment and institution code, as it says.
using AuditKeyOwner = std::pair<EnvironmentName, QString>;
std::optional<AuditKeyOwner> auditKeyOwnerOf(const AuditLine& line);
std::set<AuditKeyOwner> auditKeyOwnersIn(const QString& folder);

struct AuditKey
{
    PersonDigest key;
    AuditKeyOwner owner;   ///< it counts for the lines of this one only: some keys are known to everybody
    bool isInForce = true; ///< else it counts only where the trail's own lines say so (audittrust.h)
};
/// By their names (PersonDigest::keyName()); several owners may have the same key.
using AuditKeys = QMultiHash<QString, AuditKey>;
/// The key that the line names, where it is at hand and counts for the line.
const PersonDigest* keyFor(const AuditLine& line, const AuditKeys& keys);

/// Gets the keys of these that there are, and makes none. `refused`: why the keychain gave none, where it did
/// not answer.
void findAuditKeys(
    PersonDigests& persons, const std::set<AuditKeyOwner>& owners, QObject* context,
    const std::function<void(const AuditKeys& keys, const std::optional<Error>& refused)>& done);

} // namespace hekim
