#include "gui/question.h"

#include "gui/theme.h"

#include <QMessageBox>
#include <QPushButton>

namespace hekim {

void ask(QWidget* parent, const QString& question, const QString& yesText, std::function<void()> yes)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, QStringLiteral("Hekim Asistanı"), question,
                                QMessageBox::Cancel, parent);
    box->setIconPixmap(theme::iconOf(theme::State::Warning).pixmap(32, 32));
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* yesButton = box->addButton(yesText, QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(yesButton, &QPushButton::clicked, parent, std::move(yes), Qt::QueuedConnection);
    box->open();
}

} // namespace hekim
