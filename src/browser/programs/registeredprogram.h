#pragma once

#include <QMetaType>
#include <QString>

namespace hekim {

/// The program that the operating system starts for a scheme.
struct RegisteredProgram
{
    QString id;   ///< desktop entry or executable; empty when the system cannot say
    QString name; ///< for people; empty when it is not known
};

} // namespace hekim

Q_DECLARE_METATYPE(hekim::RegisteredProgram)
