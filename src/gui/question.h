#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace hekim {

/// Asks before something is lost (rule P3), without a loop of its own (rule W2): `yes` runs when the doctor
/// agrees. "Cancel" is the default. Nothing happens when `parent` is gone by then.
void ask(QWidget* parent, const QString& question, const QString& yesText, std::function<void()> yes);

} // namespace hekim
