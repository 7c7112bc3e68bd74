#pragma once

#include "workspace/tabs/viewswitcher.h"

#include <QWidget>

#include <array>
#include <functional>

class QSplitter;
class QStackedWidget;

namespace hekim {

/// The body of a patient's tab. The report and the images live in one splitter for as long as the tab does:
/// "Rapor" shows the first, "Görüntüler" the second, "Yan yana" both. So no view of a page is ever moved to
/// another parent or loaded anew by switching (rule P2). The past reports are a page of their own beside it.
///
/// A part is made when it is first looked at; a view is offered once its parts can be made.
class PatientViews : public QWidget
{
    Q_OBJECT

public:
    enum class Part { Report, Images, History };
    /// Makes a part's widget as a child of `parent`; called once at most.
    using Make = std::function<QWidget*(QWidget* parent)>;

    explicit PatientViews(QWidget* parent = nullptr);

    void setPart(Part part, Make make);
    [[nodiscard]] bool isOffered(PatientView view) const;

    /// Where nothing is behind `view`, the report is shown.
    void showView(PatientView view);
    [[nodiscard]] PatientView current() const { return m_current; }
    [[nodiscard]] bool shows(Part part) const;

    /// The images' widget, hidden, to be shown elsewhere by the caller. Meanwhile its views are not shown
    /// here but told by lentAsked().
    QWidget* lendImages();
    void takeImagesBack();

    /// For a place that costs no height.
    [[nodiscard]] ViewSwitcher& switcher() { return *m_switcher; }
    /// The report first, the images second, once both are made.
    [[nodiscard]] QSplitter& splitter() { return *m_splitter; }

signals:
    void currentChanged(hekim::PatientView view);
    void lentAsked(hekim::PatientView view); ///< a view of images that are elsewhere

private:
    struct Place
    {
        Make make;
        QWidget* widget = nullptr;
    };
    [[nodiscard]] const Place& place(Part part) const { return m_places.at(static_cast<std::size_t>(part)); }
    [[nodiscard]] Place& place(Part part) { return m_places.at(static_cast<std::size_t>(part)); }
    void make(Part part);

    ViewSwitcher* m_switcher;
    QStackedWidget* m_pages;
    QSplitter* m_splitter;
    std::array<Place, 3> m_places;
    PatientView m_current = PatientView::Report;
    bool m_imagesLent = false;
    int m_lentFrom = 1; ///< the images' side of the splitter
};

} // namespace hekim
