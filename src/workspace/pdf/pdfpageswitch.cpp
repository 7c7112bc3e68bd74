#include "workspace/pdf/pdfpageswitch.h"

#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPdfDocument>
#include <QPdfPageNavigator>
#include <QPdfView>
#include <QPushButton>

namespace hekim {

PdfPageSwitch::PdfPageSwitch(QPdfView& view, QWidget* parent)
    : QWidget(parent)
    , m_view(view)
    , m_former(new QPushButton(tr("Previous page"), this))
    , m_place(new QLabel(this))
    , m_next(new QPushButton(tr("Next page"), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::gapSmall);
    row->addWidget(m_former);
    row->addWidget(m_place);
    row->addWidget(m_next);
    m_former->setShortcut(Qt::CTRL | Qt::Key_PageUp);
    m_next->setShortcut(Qt::CTRL | Qt::Key_PageDown);
    connect(m_former, &QPushButton::clicked, this, [this] { turn(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { turn(1); });
    connect(m_view.pageNavigator(), &QPdfPageNavigator::currentPageChanged, this, &PdfPageSwitch::tell);
    tell();
}

void PdfPageSwitch::turn(int by)
{
    QPdfPageNavigator* navigator = m_view.pageNavigator();
    navigator->jump(navigator->currentPage() + by, {}, navigator->currentZoom());
}

void PdfPageSwitch::tell()
{
    const int page = m_view.pageNavigator()->currentPage() + 1;
    const int count = m_view.document() ? m_view.document()->pageCount() : 0;
    m_place->setText(
        tr("Page %1 of %2").arg(QLocale().toString(page), QLocale().toString(count))); // 1.204 in Turkish
    m_former->setEnabled(page > 1);
    m_next->setEnabled(page < count);
}

} // namespace hekim
