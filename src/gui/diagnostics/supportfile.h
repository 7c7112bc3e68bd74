#pragma once

#include "core/settings/settings.h"
#include "services/diagnostics/connectionreport.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace hekim {

/// What the support file ("Destek dosyası") is made of.
struct SupportFacts
{
    Settings settings;
    ConnectionReport connection;
    QStringList logFiles; ///< oldest first; missing ones are left out
    QString engine;       ///< of the pages, see WorkspaceFactory::version()
    QString renderer;     ///< what draws pages
    QString sandbox;      ///< see sandboxState()
    QStringList secrets;  ///< what the keychain holds, to be taken out wherever it stands
};

/// Its files by name, each of them plain text that a person can read. Every line goes through the redaction
/// (rule S1), and of the settings those that belong to a login only say whether they are set. Reads the log:
/// not for the window's own thread.
QList<std::pair<QString, QByteArray>> supportFiles(const SupportFacts& facts);

} // namespace hekim
