#pragma once

namespace hekim {

/// Lets assistive technology read scroll areas without ending the window. Before the first widget is shown,
/// and before screenreader::install(), which must be asked first.
void installScrollAreaAccess();

} // namespace hekim
