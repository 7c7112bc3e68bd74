#include "gui/clipboardkeeper.h"

#include "platform/passingcopy.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace hekim {

namespace {

bool holdsOurs()
{
    const QClipboard* clipboard = QGuiApplication::clipboard();
    return clipboard->ownsClipboard() && isCopiedInPassing(clipboard->mimeData());
}

} // namespace

ClipboardKeeper::ClipboardKeeper(QObject* parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(longest);
    connect(&m_timer, &QTimer::timeout, this, &ClipboardKeeper::clear);
    connect(QGuiApplication::clipboard(), &QClipboard::changed, this, &ClipboardKeeper::changed);
}

ClipboardKeeper::~ClipboardKeeper()
{
    clear();
}

void ClipboardKeeper::clear()
{
    if (holdsOurs())
        QGuiApplication::clipboard()->clear();
    // What is merely selected, in a page too, is a copy as well where the middle button pastes it (P6).
    if (QClipboard* clipboard = QGuiApplication::clipboard(); clipboard->ownsSelection())
        clipboard->clear(QClipboard::Selection);
}

void ClipboardKeeper::close()
{
    clear();
    m_closed = true;
}

void ClipboardKeeper::changed(QClipboard::Mode mode)
{
    QClipboard* clipboard = QGuiApplication::clipboard();
    const bool isOurs =
        mode == QClipboard::Selection ? clipboard->ownsSelection() : clipboard->ownsClipboard();
    const QMimeData* data = isOurs && m_closed ? clipboard->mimeData(mode) : nullptr;
    if (data && !data->formats().isEmpty()) { // clearing changes it, too
        clipboard->clear(mode);
        return;
    }
    if (mode != QClipboard::Clipboard)
        return;
    if (holdsOurs())
        m_timer.start();
    else
        m_timer.stop();
}

} // namespace hekim
