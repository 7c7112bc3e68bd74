#include "workspace/tabs/sidebyside.h"

#include "widgets/uistate.h"

#include <QSplitter>

#include <utility>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr int whole = 1000;
constexpr int smallest = 150;

constexpr QStringView shareKey = u"sideBySide/reportShare"; // in thousandths
constexpr QStringView swappedKey = u"sideBySide/imagesFirst";

} // namespace

SideBySide::SideBySide(QSplitter& splitter, UiState& state)
    : QObject(&splitter), m_splitter(splitter), m_state(state)
{
    connect(&m_splitter, &QSplitter::splitterMoved, this, &SideBySide::keep);
}

void SideBySide::restore()
{
    if (m_splitter.count() != 2)
        return;
    setSwapped(m_state.value(swappedKey).toBool());
    const QVariant kept = m_state.value(shareKey);
    const int report = kept.isValid() ? qBound(smallest, kept.toInt(), whole - smallest) : whole / 2;
    QList<int> sizes{report, whole - report};
    if (m_swapped)
        std::swap(sizes[0], sizes[1]);
    m_splitter.setSizes(sizes);
}

void SideBySide::swap()
{
    if (m_splitter.count() != 2)
        return;
    keep();
    m_state.set(swappedKey, !m_swapped);
    restore();
}

void SideBySide::keep()
{
    const QList<int> sizes = m_splitter.sizes();
    const int sum = sizes.value(0) + sizes.value(1);
    if (sizes.size() == 2 && sizes[0] > 0 && sizes[1] > 0)
        m_state.set(shareKey, sizes[m_swapped ? 1 : 0] * whole / sum);
}

void SideBySide::setSwapped(bool swapped)
{
    if (swapped != m_swapped) // within the same parent: no page is touched
        m_splitter.insertWidget(0, m_splitter.widget(1));
    m_swapped = swapped;
}

} // namespace hekim
