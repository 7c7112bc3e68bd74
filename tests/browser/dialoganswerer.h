#pragma once

#include "browser/page/pagedialogs.h"

#include <QApplication>
#include <QInputDialog>
#include <QMessageBox>
#include <QTimer>

#include <functional>

namespace hekim::test {

/// Presses this button of a message box.
inline void press(QDialog& dialog, QMessageBox::ButtonRole role)
{
    const auto& box = dynamic_cast<const QMessageBox&>(dialog);
    const auto buttons = box.buttons();
    for (QAbstractButton* button : buttons) {
        if (box.buttonRole(button) == role)
            button->click();
    }
}

/// Answers the dialogs of pages that open while it lives, from inside their event loop, and remembers what
/// the last one said.
class DialogAnswerer : public QObject
{
public:
    DialogAnswerer(const PageDialogs& dialogs, std::function<void(QDialog&)> answer)
    {
        connect(&dialogs, &PageDialogs::opened, this, [this, &dialogs, answer = std::move(answer)] {
            // Later: the dialog is not shown yet.
            QTimer::singleShot(0, this, [this, &dialogs, answer] {
                auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
                if (!dialog)
                    return;
                ++count;
                wasOpen = dialogs.isOpen();
                title = dialog->windowTitle();
                if (const auto* box = qobject_cast<QMessageBox*>(dialog)) {
                    text = box->text();
                    format = box->textFormat();
                } else if (const auto* input = qobject_cast<QInputDialog*>(dialog)) {
                    text = input->labelText();
                }
                answer(*dialog);
            });
        });
    }
    /// Presses this button of message boxes.
    DialogAnswerer(const PageDialogs& dialogs, QMessageBox::ButtonRole role)
        : DialogAnswerer(dialogs, [role](QDialog& dialog) { press(dialog, role); })
    {
    }

    int count = 0;
    bool wasOpen = false;
    QString title;
    QString text;
    Qt::TextFormat format = Qt::AutoText;
};

} // namespace hekim::test
