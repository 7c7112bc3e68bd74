#pragma once

#include <QWidget>

class QLabel;
class QPdfView;
class QPushButton;

namespace hekim {

/// Turns the pages of a document that is shown page by page.
class PdfPageSwitch : public QWidget
{
    Q_OBJECT

public:
    explicit PdfPageSwitch(QPdfView& view, QWidget* parent);

private:
    void turn(int by);
    void tell();

    QPdfView& m_view;
    QPushButton* m_former;
    QLabel* m_place;
    QPushButton* m_next;
};

} // namespace hekim
