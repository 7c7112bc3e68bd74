#pragma once

class QMimeData;
class QString;

namespace hekim {

/// Puts a text on the clipboard that is meant to leave it again: marked as this program's, and as nothing
/// for the histories that clipboard managers keep. What clears it knows it by the mark.
void copyInPassing(const QString& text);
[[nodiscard]] bool isCopiedInPassing(const QMimeData* data);

} // namespace hekim
