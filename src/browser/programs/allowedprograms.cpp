#include "browser/programs/allowedprograms.h"

#include <QSettings>

namespace hekim {

AllowedPrograms::AllowedPrograms(QString file, const Settings& settings)
    : m_file(std::move(file)), m_environment(toString(settings.environment()))
{
    const QStringList listed = settings.externalSchemes();
    QSettings memory(m_file, QSettings::IniFormat);
    memory.beginGroup(m_environment);
    const QStringList remembered = memory.childKeys();
    for (const QString& scheme : remembered) {
        if (!listed.contains(scheme))
            memory.remove(scheme);
    }
}

bool AllowedPrograms::allows(const QString& scheme, const RegisteredProgram& program) const
{
    QSettings memory(m_file, QSettings::IniFormat);
    memory.beginGroup(m_environment);
    return !program.id.isEmpty() && memory.value(scheme).toString() == program.id;
}

void AllowedPrograms::allow(const QString& scheme, const RegisteredProgram& program)
{
    if (program.id.isEmpty())
        return;
    QSettings memory(m_file, QSettings::IniFormat);
    memory.beginGroup(m_environment);
    memory.setValue(scheme, program.id);
}

} // namespace hekim
