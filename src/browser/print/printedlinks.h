#pragma once

#include <QByteArray>

namespace hekim {

/// The PDF that the engine makes of a page, without its links: each holds the address that it leads to, an
/// empty one the page's own with token and number (rules S1 and S3). What is to be read stays as it is.
[[nodiscard]] QByteArray withoutLinks(QByteArray pdf);

} // namespace hekim
