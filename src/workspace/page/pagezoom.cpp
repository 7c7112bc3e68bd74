#include "workspace/page/pagezoom.h"

#include <algorithm>
#include <array>

namespace hekim {

namespace {
// The sizes that browsers have; the engine takes nothing beyond the two ends.
constexpr std::array sizes{25, 33, 50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400, 500};
} // namespace

void PageZoom::step(int by)
{
    if (by > 0) {
        const auto* next = std::ranges::upper_bound(sizes, m_percent);
        set(next == sizes.end() ? sizes.back() : *next);
    } else if (by < 0) {
        const auto* here = std::ranges::lower_bound(sizes, m_percent);
        set(here == sizes.begin() ? sizes.front() : *(here - 1));
    }
}

void PageZoom::reset()
{
    set(100);
}

void PageZoom::set(int percent)
{
    if (m_percent == percent)
        return;
    m_percent = percent;
    emit changed(percent);
}

} // namespace hekim
