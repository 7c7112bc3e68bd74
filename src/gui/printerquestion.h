#pragma once

#include <functional>
#include <memory>

class QDialog;
class QPrinter;
class QWidget;

namespace hekim {

/// Asks for a printer with the system's dialog. `chosen` is called once, if one is chosen. The answer is the
/// dialog, which deletes itself when it closes.
QDialog* askForPrinter(QWidget* window, std::function<void(const std::shared_ptr<QPrinter>&)> chosen);

} // namespace hekim
