#include "gui/clipboardkeeper.h"

#include "web/passingcopy.h"

#include <QClipboard>
#include <QGuiApplication>

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
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, [this] {
        if (holdsOurs())
            m_timer.start();
        else
            m_timer.stop();
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
    // What is merely selected, in a page too, is a copy as well where the middle button pastes it (P6).
    if (QClipboard* clipboard = QGuiApplication::clipboard(); clipboard->ownsSelection())
        clipboard->clear(QClipboard::Selection);
}

} // namespace hekim
