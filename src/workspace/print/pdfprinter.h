#pragma once

#include <QByteArray>
#include <QObject>

#include <functional>
#include <memory>

class QPrinter;

namespace hekim {

using MakePrinter = std::function<std::unique_ptr<QPrinter>()>;

/// Prints a PDF from memory, in a thread of its own (rule W2), which makes the printer as well: that alone
/// asks the printing system. `done` is called once, unless `context` is gone.
void printPdf(const QByteArray& pdf, MakePrinter makePrinter, QObject* context,
              std::function<void(bool)> done);

} // namespace hekim
