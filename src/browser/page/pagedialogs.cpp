#include "browser/page/pagedialogs.h"

#include "platform/files/userfolders.h"

#include <QDateTime>
#include <QDir>
#include <QEventLoop>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScopeGuard>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype dialogsAllowed = 5;
constexpr qint64 dialogsWithinMs = 10000;
constexpr qsizetype longestText = 1000; // a page must not make a dialog larger than the screen
constexpr qsizetype mostLines = 12;
constexpr qsizetype longestWord = 40;
constexpr int narrowestPrompt = 440;

/// What a page says, cut to what a dialog can hold, with places to break a line where a word has none.
QString shown(const QString& text)
{
    const QString start = text.left(longestText);
    QString result;
    qsizetype lines = 1;
    qsizetype word = 0;
    for (const QChar c : start) {
        lines += c == u'\n' ? 1 : 0;
        if (lines > mostLines)
            break;
        word = c.isSpace() ? 0 : word + 1;
        if (word > longestWord && !c.isLowSurrogate()) {
            result += QChar(QChar::LineFeed);
            word = 1;
            if (++lines > mostLines)
                break;
        }
        result += c;
    }
    return lines > mostLines || text.size() > longestText ? result.trimmed() + u'…' : result;
}
} // namespace

bool DialogBudget::spend(qint64 nowMs)
{
    m_opened.removeIf([nowMs](qint64 at) { return at <= nowMs - dialogsWithinMs; });
    m_exhausted = m_exhausted || m_opened.size() >= dialogsAllowed;
    if (m_exhausted)
        return false;
    m_opened.append(nowMs);
    return true;
}

void DialogBudget::renew()
{
    m_opened.clear();
    m_exhausted = false;
}

PageDialogs::PageDialogs(QObject* parent) : QObject(parent) {}

bool PageDialogs::mayOpen(const Asker& asker) const
{
    return !m_open && asker.view && asker.view->isVisible() && !asker.view->window()->isMinimized() &&
           asker.budget.spend(QDateTime::currentMSecsSinceEpoch());
}

void PageDialogs::cancel()
{
    if (m_open)
        m_open->reject();
}

bool PageDialogs::run(QDialog& dialog, const Asker& asker, const QString& what)
{
    m_open = &dialog;
    emit opened();
    const auto close = qScopeGuard([this] {
        m_open = nullptr;
        // Later: the engine still stands inside the page's call.
        QMetaObject::invokeMethod(this, &PageDialogs::closed, Qt::QueuedConnection);
    });
    QStringList title{what, asker.patient, what.isEmpty() ? asker.host : QString()};
    title.removeAll(QString());
    dialog.setWindowTitle(title.join(u" · "_s));
    // Not exec(): that one ends when the dialog is hidden, and a lock hides it without answering (rule P6).
    dialog.setWindowModality(Qt::ApplicationModal);
    QEventLoop loop;
    connect(&dialog, &QDialog::finished, &loop, &QEventLoop::quit);
    dialog.show();
    loop.exec(QEventLoop::DialogExec);
    return dialog.result() == QDialog::Accepted;
}

void PageDialogs::alert(const Asker& asker, const QString& text)
{
    if (!mayOpen(asker))
        return;
    QMessageBox box(QMessageBox::NoIcon, {}, shown(text), QMessageBox::Ok, asker.view->window());
    box.setTextFormat(Qt::PlainText);
    run(box, asker);
}

bool PageDialogs::confirm(const Asker& asker, const QString& text)
{
    if (!mayOpen(asker))
        return false;
    QMessageBox box(QMessageBox::NoIcon, {}, shown(text), QMessageBox::Ok | QMessageBox::Cancel,
                    asker.view->window());
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::Ok);
    box.setEscapeButton(QMessageBox::Cancel);
    // A message box tells the button, not accepted or rejected.
    run(box, asker);
    return box.standardButton(box.clickedButton()) == QMessageBox::Ok;
}

bool PageDialogs::confirmLeaving(const Asker& asker)
{
    if (!mayOpen(asker))
        return false;
    QMessageBox box(QMessageBox::NoIcon, {}, tr("Leave this page? What was written in it may be lost."),
                    QMessageBox::NoButton, asker.view->window());
    const QPushButton* leave = box.addButton(tr("Leave the page"), QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(tr("Stay"), QMessageBox::RejectRole));
    run(box, asker);
    return box.clickedButton() == leave;
}

std::optional<QString> PageDialogs::prompt(const Asker& asker, const QString& text, const QString& preset)
{
    if (!mayOpen(asker))
        return std::nullopt;
    QInputDialog dialog(asker.view->window());
    dialog.setInputMode(QInputDialog::TextInput);
    dialog.setLabelText(shown(text));
    dialog.setTextValue(preset.left(longestText));
    // A label takes what looks like markup for markup unless told.
    const auto labels = dialog.findChildren<QLabel*>();
    for (QLabel* label : labels) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMinimumWidth(narrowestPrompt);
    }
    if (!run(dialog, asker))
        return std::nullopt;
    return dialog.textValue();
}

QStringList PageDialogs::chooseFiles(const Asker& asker, bool several, const QStringList& accepted)
{
    if (!mayOpen(asker))
        return {};
    const bool wasThere = !m_folder.isEmpty() && QDir(m_folder).exists();
    QFileDialog dialog(asker.view->window(), {}, wasThere ? m_folder : documentsFolder());
    dialog.setFileMode(several ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
    QStringList types;
    for (const QString& type : accepted) {
        if (type.contains(u'/') && !type.endsWith(u"/*"))
            types.append(type);
    }
    if (!types.isEmpty() && types.size() == accepted.size()) {
        types.append(u"application/octet-stream"_s); // "all files", as browsers offer
        dialog.setMimeTypeFilters(types);
    }
    const bool chosen = run(dialog, asker, tr("Choose a file for the page"));
    m_folder = dialog.directory().absolutePath();
    return chosen ? dialog.selectedFiles() : QStringList();
}

} // namespace hekim
