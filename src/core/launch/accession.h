#pragma once

#include "core/error/error.h"

namespace hekim {

/// An accession number (erişim numarası) as typed, scanned or sent: any characters but the backslash and
/// those that are not seen (control characters, directions, ends of lines), 64 at most, blanks around it
/// dropped. Errors name the field "accession".
Result<QString> parseAccession(const QString& text);

} // namespace hekim
