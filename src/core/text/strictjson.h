#pragma once

#include "core/error/error.h"

#include <QJsonObject>

namespace hekim {

/// QString and QJsonDocument take broken UTF-8 without complaint, and put other characters in its place.
bool isUtf8(const QByteArray& text);

/// With its mark, or with a NUL in every character of its beginning: what Notepad and PowerShell write.
bool isUtf16(const QByteArray& text);

/// A document that comes from outside: one JSON object in UTF-8, of at most `most` bytes; or what is wrong
/// with it (TooLarge, Empty, Utf16, NotUtf8, NotJson).
tl::expected<QJsonObject, InputFault> strictJsonObject(const QByteArray& document, qsizetype most);

} // namespace hekim
