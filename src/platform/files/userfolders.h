#pragma once

#include <QString>

namespace hekim {

/// Where dialogs for files begin: the user's documents, or the home folder where there are none. The folder
/// that an HBYS starts the window in says nothing to the doctor.
QString documentsFolder();

} // namespace hekim
