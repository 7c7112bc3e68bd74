#pragma once

#include "core/settings/settings.h"

class QCoreApplication;

namespace hekim {

/// Installs our translation and Qt's own: the language of `ui/language`, or the system's; Turkish where that
/// is neither Turkish nor English. The texts are the resource hekim_translations; without it the English
/// sources are shown.
void installLanguage(QCoreApplication& application, Language language);

} // namespace hekim
