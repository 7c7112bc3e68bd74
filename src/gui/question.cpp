#include "gui/question.h"

#include <QMessageBox>
#include <QPushButton>

namespace hekim {

void ask(QWidget* parent, const QString& question, const QString& yesText, std::function<void()> yes)
{
    auto* box = new QMessageBox(QMessageBox::Question, QStringLiteral("Hekim Asistanı"), question,
                                QMessageBox::Cancel, parent);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* yesButton = box->addButton(yesText, QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(yesButton, &QPushButton::clicked, parent, std::move(yes), Qt::QueuedConnection);
    box->open();
}

} // namespace hekim
