#pragma once

#include "widgets/print/printing.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace hekim {

/// Asks what to print on and how. Qt's own dialog asks the printing system in the window's thread: one that
/// does not answer would stop the whole window (rule W2). Here the printers come when they are found, and a
/// PDF can be saved meanwhile.
class PrintDialog : public QDialog
{
    Q_OBJECT

public:
    /// A page is laid out for the paper; a document has its own shape.
    enum class Content { Page, Document };
    PrintDialog(Content content, QWidget* parent, std::chrono::milliseconds deadline = printersDeadline);

signals:
    void printAsked(const hekim::PrintWish& wish);
    void saveAsked(); ///< as a PDF

private:
    void find();
    void take(const std::optional<Printers>& printers);
    void say(const QString& text, bool again);
    void followChoice();
    void choose();
    [[nodiscard]] bool savesPdf() const;

    std::chrono::milliseconds m_deadline;
    QComboBox* m_printer;
    QLabel* m_state;
    QPushButton* m_again;
    QWidget* m_details;
    QSpinBox* m_copies;
    QSpinBox* m_first;
    QSpinBox* m_last;
    QComboBox* m_orientation;
    QComboBox* m_sides;
    QCheckBox* m_blackAndWhite;
    QPushButton* m_go;
    bool m_chosen = false; ///< the user has chosen: a printer that is found later does not take the place
};

} // namespace hekim
