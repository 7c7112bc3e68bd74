#pragma once

#include "policytemplates/templatetext.h"

#include <QByteArray>

namespace hekim {

/// policy.conf.example: every key with its title, explanation and built-in value, commented out.
QByteArray policyExample(const TemplateText& text);

} // namespace hekim
