#pragma once

#include "audit/auditevent.h"
#include "core/settings.h"

namespace hekim {

/// Writes down which settings are others than when they were last compared, whoever changed them: dialog,
/// provisioning, file or policy. Only their names: the values may be anything.
class SettingsWatch
{
public:
    /// Remembers digests of the values in `file`, readable by the user alone.
    explicit SettingsWatch(QString file) : m_file(std::move(file)) {}

    /// The very first time everything is new, and nothing is written.
    /// `doctor` is who works while it is noticed, if anybody does.
    void compare(const Settings& settings, AuditSink& sink,
                 const std::optional<IdentityNumber>& doctor = {}) const;

private:
    QString m_file;
};

} // namespace hekim
