#include "workspace/images/imageswindow.h"

#include "browser/engine/webgl.h"
#include "core/identity/identitynumber.h"
#include "widgets/environmentbanner.h"
#include "widgets/uistate.h"
#include "workspace/images/imagesview.h"
#include "workspace/tabs/patientbanner.h"

#include <QAction>
#include <QCloseEvent>
#include <QOpenGLWidget>
#include <QScreen>
#include <QVBoxLayout>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView placeKey = u"imagesWindow/place";
constexpr QSize usualSize(960, 640);

} // namespace

ImagesWindow::ImagesWindow(ImagesView& images, const IdentityNumber& patient, const Settings& settings,
                           UiState& state, QWidget& tab)
    : QWidget(&tab, Qt::Window), m_images(images), m_state(state)
{
    setWindowTitle(tr("Images — Hekim Asistanı"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    // As in the main window: the view inside is drawn by the graphics card.
    if (webgl::isThere())
        (new QOpenGLWidget(this))->hide();

    auto* banner = new PatientBanner(patient, this);
    banner->addTools(images.controls());
    auto* strip = new EnvironmentBanner(this);
    strip->setEnvironment(settings.environment(), settings.reachesLive());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(strip);
    column->addWidget(banner);
    column->addWidget(&images, 1);
    images.show();

    auto* close = new QAction(this);
    close->setShortcut(QKeySequence::Close);
    connect(close, &QAction::triggered, this, &QWidget::close);
    addAction(close);

    place();
    tab.installEventFilter(this);
    if (tab.isVisible())
        show();
}

// At first on another screen than the tab's where there is one; a place kept from screens that are gone is
// mended by Qt.
void ImagesWindow::place()
{
    if (restoreGeometry(m_state.value(placeKey).toByteArray()))
        return;
    const QScreen* own = parentWidget()->screen();
    const QList<QScreen*> all = own->virtualSiblings();
    for (const QScreen* screen : all) {
        if (screen == own)
            continue;
        setGeometry(screen->availableGeometry());
        setWindowState(Qt::WindowMaximized);
        return;
    }
    resize(usualSize.boundedTo(own->availableSize()));
}

void ImagesWindow::bring()
{
    raise();
    activateWindow();
    m_images.setFocus();
}

void ImagesWindow::closeEvent(QCloseEvent* event)
{
    event->ignore();
    emit closeAsked();
}

void ImagesWindow::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous()) // minimised is no place to come back to
        m_state.set(placeKey, saveGeometry());
}

bool ImagesWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Show) {
        show();
        raise(); // without the keyboard some window managers put it below
    } else if (watched == parentWidget() && event->type() == QEvent::Hide)
        hide();
    return QWidget::eventFilter(watched, event);
}

} // namespace hekim
