#include "workspace/pdf/pdfviewer.h"

#include "widgets/plaintext.h"
#include "widgets/theme.h"
#include "workspace/downloads/downloadbar.h"
#include "workspace/pdf/pdfpageswitch.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPdfDocument>
#include <QPdfPageNavigator>
#include <QPdfView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hekim {

namespace {
constexpr qreal smallest = 0.25;
constexpr qreal largest = 5;
constexpr qreal step = 1.25;
// To show all pages below each other the view asks for the size of each in one go: about 10 ms for a thousand
// (rule W2). Longer documents are shown page by page.
constexpr int mostPagesAtOnce = 500;
} // namespace

PdfViewer::PdfViewer(QWidget* parent)
    : QWidget(parent)
    , m_document(new QPdfDocument(this))
    , m_view(new QPdfView(this))
    , m_row(new QHBoxLayout)
    , m_name(new QLabel(this))
    , m_message(wrappingLabel(this))
{
    setAccessibleName(tr("Document"));
    m_name->setTextFormat(Qt::PlainText);
    m_message->setAlignment(Qt::AlignCenter);
    theme::setTextSize(*m_message, theme::TextSize::Large);
    m_view->setAccessibleName(tr("Pages of the document"));
    m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    setFocusProxy(m_view);

    m_row->setContentsMargins(theme::gapLarge, theme::gapSmall, theme::gap, theme::gapSmall);
    m_row->setSpacing(theme::gapSmall);
    const auto addButton = [&](const QString& text, auto run) {
        auto* button = new QPushButton(text, this);
        connect(button, &QPushButton::clicked, this, run);
        m_row->addWidget(button);
        return button;
    };
    QPushButton* back = addButton(tr("Back to the page"), [this] { emit closed(); });
    back->setShortcut(Qt::Key_Escape);
    m_row->addWidget(m_name, 1);
    m_needDocument = {
        addButton(tr("Smaller"), [this] { zoom(1 / step); }),
        addButton(tr("Larger"), [this] { zoom(step); }),
        addButton(tr("Fit the width"), [this] { m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth); }),
        addButton(tr("Print document…"), [this] { emit printAsked(bytes()); }),
        addButton(tr("Save document…"), [this] { emit saveAsked(m_download); }),
    };

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_row);
    column->addWidget(m_message, 1);
    column->addWidget(m_view, 1);
}

PdfViewer::~PdfViewer()
{
    m_view->setDocument(nullptr);
    m_document->close();
    delete m_download.data();
}

void PdfViewer::open(Download* download)
{
    m_download = download;
    m_name->setText(download->offer().name);
    say(tr("The document is being fetched…"));
    connect(download, &Download::ready, this, &PdfViewer::take);
    connect(download, &Download::failed, this, [this](Download::Failure why) {
        if (m_bytes.data().isEmpty())
            say(sentenceFor(why));
    });
    download->read();
}

// Fetching a large document's bytes has taken its time already: the rest in a later turn (rule W2).
void PdfViewer::take(const QByteArray& pdf)
{
    m_bytes.setData(pdf);
    QMetaObject::invokeMethod(this, &PdfViewer::present, Qt::QueuedConnection);
}

void PdfViewer::present()
{
    m_bytes.open(QIODevice::ReadOnly);
    m_document->load(&m_bytes);
    if (m_document->status() != QPdfDocument::Status::Ready) {
        const bool locked = m_document->error() == QPdfDocument::Error::IncorrectPassword;
        say(locked ? tr("The document is protected by a password. Save it and open it in another program.")
                   : tr("The document could not be read. Save it and ask your IT."));
        m_needDocument.last()->setEnabled(true); // it can be saved
        return;
    }
    const bool all = m_document->pageCount() <= mostPagesAtOnce;
    m_view->setPageMode(all ? QPdfView::PageMode::MultiPage : QPdfView::PageMode::SinglePage);
    m_view->setDocument(m_document);
    if (!all)
        m_row->insertWidget(m_row->indexOf(m_name) + 1, new PdfPageSwitch(*m_view, this));
    m_message->hide();
    m_view->QWidget::show();
    for (QWidget* button : m_needDocument)
        button->setEnabled(true);
    m_view->setFocus();
}

void PdfViewer::zoom(qreal factor)
{
    // From "fit the width" one goes on from what is seen.
    qreal now = m_view->zoomFactor();
    if (m_view->zoomMode() == QPdfView::ZoomMode::FitToWidth && m_document->pageCount() > 0) {
        const qreal points = m_document->pagePointSize(m_view->pageNavigator()->currentPage()).width();
        now = points > 0 ? m_view->viewport()->width() / (points * m_view->logicalDpiX() / 72) : 1;
    }
    m_view->setZoomMode(QPdfView::ZoomMode::Custom);
    m_view->setZoomFactor(std::clamp(now * factor, smallest, largest));
}

void PdfViewer::say(const QString& text)
{
    m_message->setText(text);
    m_message->show();
    m_view->hide();
    for (QWidget* button : m_needDocument)
        button->setEnabled(false);
}

} // namespace hekim
