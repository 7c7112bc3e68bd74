#include "gui/window/freedmemory.h"

#include "core/call/background.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace hekim {

FreedMemory::FreedMemory(QObject* parent) : QObject(parent)
{
    m_timer.setInterval(between);
    connect(&m_timer, &QTimer::timeout, this, &FreedMemory::giveBack);
}

void FreedMemory::giveBackSoon()
{
    m_left = rounds;
    if (!m_timer.isActive())
        m_timer.start();
}

void FreedMemory::giveBack()
{
    if (--m_left <= 0)
        m_timer.stop();
#ifdef __GLIBC__
    inBackground(
        this, [] { return ::malloc_trim(0); }, [](int) {});
#endif
}

} // namespace hekim
