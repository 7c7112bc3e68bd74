#include "gui/window/clipboardkeeper.h"

#include "platform/session/passingcopy.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QWindow>

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
    // Wayland lets only the program with the keyboard change the clipboard: a lock without it is made up for.
    connect(qGuiApp, &QGuiApplication::focusWindowChanged, this, [this](const QWindow* window) {
        if (window && m_closed)
            clearAll();
    });
}

ClipboardKeeper::~ClipboardKeeper()
{
    clear();
}

void ClipboardKeeper::clear()
{
    if (holdsOurs())
        QGuiApplication::clipboard()->clear();
    clearSelection();
}

// What is merely selected, in a page too, is a copy as well where the middle button pastes it (P6).
void ClipboardKeeper::clearSelection()
{
    if (QClipboard* clipboard = QGuiApplication::clipboard(); clipboard->ownsSelection())
        clipboard->clear(QClipboard::Selection);
}

void ClipboardKeeper::clearAll()
{
    if (QClipboard* clipboard = QGuiApplication::clipboard(); clipboard->ownsClipboard())
        clipboard->clear();
    clearSelection();
}

void ClipboardKeeper::close()
{
    clearAll();
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
