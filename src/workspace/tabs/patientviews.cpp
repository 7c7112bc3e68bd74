#include "workspace/tabs/patientviews.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace hekim {

namespace {

constexpr std::array allParts{PatientViews::Part::Report, PatientViews::Part::Images,
                              PatientViews::Part::History};

bool belongsTo(PatientView view, PatientViews::Part part)
{
    switch (part) {
    case PatientViews::Part::Report:
        return view == PatientView::Report || view == PatientView::SideBySide;
    case PatientViews::Part::Images:
        return view == PatientView::Images || view == PatientView::SideBySide;
    case PatientViews::Part::History:
        return view == PatientView::History;
    }
    return false;
}

} // namespace

PatientViews::PatientViews(QWidget* parent)
    : QWidget(parent)
    , m_switcher(new ViewSwitcher(this))
    , m_pages(new QStackedWidget(this))
    , m_splitter(new QSplitter(m_pages))
{
    m_splitter->setChildrenCollapsible(false);
    m_pages->addWidget(m_splitter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connect(m_switcher, &ViewSwitcher::chosen, this, [this](PatientView view) {
        showView(view);
        setFocus();
    });
}

void PatientViews::setPart(Part part, Make make)
{
    place(part).make = std::move(make);
    QList<PatientView> offered;
    for (const auto view :
         {PatientView::Report, PatientView::History, PatientView::Images, PatientView::SideBySide})
        if (isOffered(view))
            offered.append(view);
    m_switcher->setOffered(offered);
}

bool PatientViews::isOffered(PatientView view) const
{
    return std::ranges::all_of(allParts, [&](Part part) {
        return !belongsTo(view, part) || place(part).make || place(part).widget;
    });
}

bool PatientViews::shows(Part part) const
{
    return belongsTo(m_current, part);
}

void PatientViews::showView(PatientView view)
{
    const PatientView shown = isOffered(view) ? view : PatientView::Report;
    if (m_imagesLent && belongsTo(shown, Part::Images)) {
        m_switcher->setCurrent(m_current);
        emit lentAsked(shown);
        return;
    }
    const bool changed = shown != m_current;
    m_current = shown;
    for (const Part part : allParts)
        if (shows(part))
            make(part);
    for (const Part part : {Part::Report, Part::Images})
        if (QWidget* widget = place(part).widget; widget && !(m_imagesLent && part == Part::Images))
            widget->setVisible(shows(part));
    QWidget* history = place(Part::History).widget;
    m_pages->setCurrentWidget(shows(Part::History) ? history : m_splitter);
    m_switcher->setCurrent(shown);
    setFocusProxy(place(shows(Part::History)  ? Part::History
                        : shows(Part::Report) ? Part::Report
                                              : Part::Images)
                      .widget);
    if (changed)
        emit currentChanged(shown);
}

QWidget* PatientViews::lendImages()
{
    make(Part::Images);
    QWidget* images = place(Part::Images).widget;
    m_lentFrom = m_splitter->indexOf(images);
    if (shows(Part::Images))
        showView(PatientView::Report);
    m_imagesLent = true;
    return images;
}

void PatientViews::takeImagesBack()
{
    m_imagesLent = false;
    QWidget* images = place(Part::Images).widget;
    images->hide();
    m_splitter->insertWidget(m_lentFrom, images);
}

void PatientViews::make(Part part)
{
    Place& wanted = place(part);
    if (wanted.widget)
        return;
    if (part == Part::History) {
        wanted.widget = wanted.make(m_pages);
        m_pages->addWidget(wanted.widget);
        return;
    }
    wanted.widget = wanted.make(m_splitter);
    m_splitter->insertWidget(part == Part::Report ? 0 : 1, wanted.widget);
}

} // namespace hekim
