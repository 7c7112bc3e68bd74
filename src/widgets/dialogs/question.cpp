#include "widgets/dialogs/question.h"

#include "core/error/errortext.h"
#include "widgets/theme.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace hekim {

QDialog* ask(QWidget* parent, const QString& question, const QString& yesText, std::function<void()> yes)
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
    // At the lower edge of its window: what explains the question stands above it, and stays in sight.
    const QRect window = parent->window()->frameGeometry();
    box->move(window.center().x() - box->width() / 2,
              std::max(window.top(), window.bottom() - box->frameGeometry().height() - theme::gapSection));
    return box;
}

void tellFailure(QWidget* parent, const Error& error)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, QStringLiteral("Hekim Asistanı"), sentenceFor(error),
                                QMessageBox::Close, parent);
    box->setIconPixmap(theme::iconOf(theme::State::Error).pixmap(32, 32));
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(lineForIt(error));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace hekim
