#pragma once

#include "core/error/error.h"
#include "platform/process/appimage.h"

namespace hekim {

/// What an AppImage is to the user's desktop: a menu entry that also takes hekim-asistani: links, and its
/// icon. Both stand in the user's own data folder; nothing else is touched.
class Integration
{
public:
    Integration();

    /// Once more is as good as once: an AppImage that was moved or replaced is registered anew.
    [[nodiscard]] Result<void> set(const AppImage& image) const;
    /// Takes away what set() wrote, and the folders that are left empty. An entry that something else wrote
    /// stays. Nothing to take away is no error.
    [[nodiscard]] Result<void> remove() const;

    /// The bundled desktop entry with this AppImage as its program.
    [[nodiscard]] static QByteArray entryFor(const QByteArray& bundledEntry, const QString& file);

private:
    void tellDesktop() const;

    QString m_dataFolder;
    QString m_entry;
    QString m_icon;
};

} // namespace hekim
