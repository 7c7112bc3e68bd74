#pragma once

#include <QString>

namespace hekim {

/// The name that a desktop entry ("imza.desktop", looked for in the XDG data folders) shows to people, in the
/// language of the interface where it has one; empty when there is no such entry.
QString desktopEntryName(const QString& id);

} // namespace hekim
