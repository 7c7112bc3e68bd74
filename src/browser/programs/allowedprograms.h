#pragma once

#include "browser/programs/registeredprogram.h"
#include "core/settings/settings.h"

namespace hekim {

/// Which programs the user lets a scheme start without being asked again: a small file of the user's own, for
/// each environment by itself. Whether the scheme may start anything is the administrator's word and not kept
/// here (rule S6).
class AllowedPrograms
{
public:
    /// Forgets at once what is not in web/externalSchemes any more.
    AllowedPrograms(QString file, const Settings& settings);

    /// This very program: another one for the same scheme is asked about again.
    [[nodiscard]] bool allows(const QString& scheme, const RegisteredProgram& program) const;
    /// A program that the system cannot name is not remembered.
    void allow(const QString& scheme, const RegisteredProgram& program);

private:
    void change(const std::function<void(QSettings&)>& change);

    QString m_file;
    QString m_environment;
};

} // namespace hekim
