#pragma once

#include <QByteArray>
#include <QString>

namespace hekim {

/// The text of a file or a reply of unknown encoding: UTF-8 or UTF-16 by its mark, UTF-16 without one, UTF-8
/// where it is, else Windows-1254, in which Turkish Excel writes CSV files and older services their texts.
/// Never fails: what means nothing becomes U+FFFD.
QString decodedText(const QByteArray& bytes);

} // namespace hekim
