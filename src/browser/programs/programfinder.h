#pragma once

#include "browser/programs/registeredprogram.h"

#include <QObject>
#include <QUrl>

namespace hekim {

/// Asks the operating system which program it has for the scheme of an address, or for
/// a file of this computer by its name.
class ProgramFinder : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// One of the signals follows, in a later turn of the event loop on Linux.
    void find(const QUrl& url);

signals:
    void found(const QUrl& url, const hekim::RegisteredProgram& program);
    /// No program is installed for this scheme.
    void missing(const QString& scheme);
};

} // namespace hekim
