#pragma once

#include <QByteArray>
#include <QObject>

#include <functional>
#include <memory>

class QPrinter;

namespace hekim {

/// Prints a PDF from memory, in a thread of its own (rule W2). `done` is called once, unless `context` is
/// gone.
void printPdf(const QByteArray& pdf, const std::shared_ptr<QPrinter>& printer, QObject* context,
              std::function<void(bool)> done);

} // namespace hekim
