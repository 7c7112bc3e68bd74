#pragma once

#include "core/error.h"

namespace hekim {

/// An accession number (erişim numarası) as typed, scanned or sent: printable ASCII without the characters
/// that quote or mark up elsewhere, 64 at most, blanks around it dropped. Errors name the field "accession".
Result<QString> parseAccession(const QString& text);

} // namespace hekim
