#pragma once

#include "audit/auditevent.h"
#include "core/settings.h"

namespace hekim {

/// Writes down which settings are others than when this user's window was last started, whoever changed them:
/// dialog, provisioning, file or policy. Only their names: the values may be anything.
class SettingsWatch
{
public:
    /// Remembers digests of the values in `file`, readable by the user alone.
    explicit SettingsWatch(QString file) : m_file(std::move(file)) {}

    /// The very first time everything is new, and nothing is written.
    void compare(const Settings& settings, AuditSink& sink) const;

private:
    QString m_file;
};

} // namespace hekim
