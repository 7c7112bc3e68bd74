#pragma once

#include "policytemplates/templatetext.h"

#include <QByteArray>

namespace hekim {

/// hekim-asistani.admx for Windows' Group Policy: each key as a policy that writes where the program reads
/// (HKLM\Software\Policies\HekimAsistani, section = subkey, REG_SZ).
QByteArray admx();

/// Its texts: <language>/hekim-asistani.adml.
QByteArray adml(const TemplateText& text);

} // namespace hekim
