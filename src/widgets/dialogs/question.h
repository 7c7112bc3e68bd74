#pragma once

#include <QString>

#include <functional>

class QDialog;
class QWidget;

namespace hekim {

struct Error;

/// Asks before something is lost (rule P3), without a loop of its own (rule W2): `yes` runs when the doctor
/// agrees. "Cancel" is the default. Nothing happens when `parent` is gone by then. Answers the question
/// itself.
QDialog* ask(QWidget* parent, const QString& question, const QString& yesText, std::function<void()> yes);

/// A failure that has no place of its own in the window.
void tellFailure(QWidget* parent, const Error& error);

} // namespace hekim
