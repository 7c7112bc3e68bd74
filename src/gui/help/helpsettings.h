#pragma once

#include <QString>

namespace hekim {

/// Every settings key as Markdown for the help, from the one list (core/settings/settingskeys.h): a section
/// for each page of the settings, a table row for each key.
QString settingsAsMarkdown();

} // namespace hekim
