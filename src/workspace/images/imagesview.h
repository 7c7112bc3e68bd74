#pragma once

#include "audit/auditdeed.h"
#include "core/navigation/navigationrules.h"

#include <QStringList>
#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace hekim {

class PagePane;
class PageZoom;
class PatientImages;
class PagePool;

/// "Görüntüler": the studies of one patient by their accession numbers, and the Ministry's viewer below.
class ImagesView : public QWidget
{
    Q_OBJECT

public:
    ImagesView(std::unique_ptr<PatientImages> images, PagePool& pages, PageZoom& zoom,
               const NavigationRules& rules, QWidget* parent = nullptr);
    ~ImagesView() override;

    /// Puts studies into the list; the first that is new is opened. Those that are open already stay as they
    /// stand (rule P2).
    void offer(const QStringList& accessions);

    [[nodiscard]] int savingFiles() const;
    [[nodiscard]] PagePane& pane() { return *m_pane; }
    /// Accession number, studies and the page's tools, for a place that costs no height.
    [[nodiscard]] QWidget& controls() { return *m_row; }
    /// For what belongs beside them.
    void addControl(QWidget& control);

signals:
    void mineAsked();

private:
    void makeRow();
    void openTyped();
    void open(const QString& accession);
    void showFullScreen(bool full);

    std::unique_ptr<PatientImages> m_images; ///< before the pane, whose source asks it
    QWidget* m_row;
    QLineEdit* m_accession;
    QToolButton* m_open;
    QComboBox* m_studies;
    QLabel* m_fault; ///< of what was typed
    QLabel* m_empty;
    QStackedWidget* m_states;
    PagePane* m_pane;
    QPushButton* m_leave; ///< while the viewer fills its pane
    QString m_shown;
    AuditDeed m_opening;
};

} // namespace hekim
