#pragma once

#include "core/identity/identitynumber.h"
#include "core/launch/reason.h"
#include "workspace/tabs/viewswitcher.h"
#include "workspace/workparts.h"

#include <QStringList>
#include <QWidget>

#include <memory>
#include <optional>

class QAction;

namespace hekim {

class ImagesView;
class ImagesWindow;
class MessageBar;
class PageZoom;
class PagePane;
class PagePool;
class PatientBanner;
class PatientImages;
class PatientViews;
class SideBySide;

/// One patient: the banner that says for whom, and below it the views of that patient, each page in a profile
/// of its own (rule P1).
class PatientTab : public QWidget
{
    Q_OBJECT

public:
    PatientTab(const WorkParts& parts, PagePool& pages, PageZoom& zoom,
               const std::optional<IdentityNumber>& patient, std::optional<Reason> reason,
               QWidget* parent = nullptr);
    ~PatientTab() override;

    /// Shows this view, and makes and loads what it needs at its first use. underway() follows, always later.
    void showView(PatientView view);
    [[nodiscard]] bool shows(PatientView view) const;
    [[nodiscard]] const std::optional<IdentityNumber>& patient() const { return m_patient; }
    [[nodiscard]] QString title() const; ///< the masked number
    [[nodiscard]] bool isTouched() const;
    [[nodiscard]] int savingFiles() const;
    [[nodiscard]] MessageBar& notices();
    /// Studies of this patient by their accession numbers. With the images on screen, or as soon as they are,
    /// the first that is new opens.
    void offerStudies(const QStringList& accessions);
    /// The HBYS names another reason than the form was opened with: offered, never done by itself (rule P2).
    void offerReason(Reason reason);

signals:
    void underway(); ///< the view asked for delays nothing any more by being painted
    void touchedChanged(bool touched);
    void patientAsked(const QString& number); ///< the empty form asks for a patient's form
    void mineAsked();

private:
    QWidget* makeReport(QWidget* parent);
    QWidget* makeHistory(QWidget* parent);
    QWidget* makeImages(QWidget* parent);
    void prepareImages();
    void openOffered();
    void moveImages();
    void moveImagesOut();
    void moveImagesBack(PatientView view);
    void followFocus();
    void showTools();
    void reopenFor(Reason reason);

    WorkParts m_parts;
    PagePool& m_pages;
    PageZoom& m_zoom;
    std::optional<IdentityNumber> m_patient;
    std::optional<Reason> m_reason;
    PatientBanner* m_banner;
    MessageBar* m_notices;
    PatientViews* m_views;
    std::unique_ptr<PatientImages> m_access; ///< until the images are looked at
    SideBySide* m_sideBySide = nullptr;
    QAction* m_swap = nullptr;
    QAction* m_move = nullptr; ///< the images into a window of their own, and back
    ImagesWindow* m_window = nullptr;
    PatientView m_movedFrom = PatientView::Images;
    PagePane* m_report = nullptr;   ///< from its first use
    ImagesView* m_images = nullptr; ///< from its first use
    QStringList m_offered;          ///< studies that wait for the images to be looked at
};

} // namespace hekim
