#include "browser/programs/allowedprograms.h"

#include "core/settings/inichange.h"

#include <QSettings>

#include <utility>

namespace hekim {

AllowedPrograms::AllowedPrograms(QString file, const Settings& settings)
    : m_file(std::move(file)), m_environment(toString(settings.environment()))
{
    QSettings memory(m_file, QSettings::IniFormat);
    memory.beginGroup(m_environment);
    QStringList forgotten = memory.childKeys();
    forgotten.removeIf(
        [listed = settings.externalSchemes()](const QString& scheme) { return listed.contains(scheme); });
    if (!forgotten.isEmpty())
        change([&forgotten](QSettings& kept) {
            for (const QString& scheme : std::as_const(forgotten))
                kept.remove(scheme);
        });
}

// What cannot be written is asked about again.
void AllowedPrograms::change(const std::function<void(QSettings&)>& change)
{
    (void)changeIniFile(m_file, [&](QSettings& memory) {
        memory.beginGroup(m_environment);
        change(memory);
        memory.endGroup();
    });
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
    change([&](QSettings& memory) { memory.setValue(scheme, program.id); });
}

} // namespace hekim
