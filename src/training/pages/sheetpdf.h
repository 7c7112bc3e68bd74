#pragma once

#include "training/pages/pagetemplate.h"

namespace hekim::training {

/// An HTML sheet as a PDF document of one or more A4 pages.
QByteArray sheetPdf(const QString& title, const Html& sheet);

} // namespace hekim::training
