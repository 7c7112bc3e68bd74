#pragma once

#include "gui/help/helpbook.h"

#include <QWidget>

class QAction;
class QBoxLayout;
class QLabel;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace hekim {

class HelpBrowser;

/// The help in a window of its own, beside the work: contents at the left, the page at the right, a search
/// over all pages above. Has no parent, so that a dialog of the main window does not block it.
class HelpWindow : public QWidget
{
    Q_OBJECT

public:
    explicit HelpWindow(HelpBook::Language language);

    /// "page" or "page#section".
    void showTopic(const QString& address);

signals:
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    QAction* addTool(QBoxLayout& row, const QString& icon, const QString& name,
                     const QList<QKeySequence>& keys, std::function<void()> run);
    void fillContents();
    void turnToItem(const QTreeWidgetItem* item);
    void showAsCurrent(QTreeWidgetItem* item);
    void followBrowser();
    void search();
    void step(int by);
    void print();

    HelpBook m_book;
    QLineEdit* m_search;
    QLabel* m_found;
    QTreeWidget* m_contents;
    HelpBrowser* m_browser;
    QAction* m_previous = nullptr;
    QAction* m_next = nullptr;
    QList<HelpBook::Hit> m_hits;
    int m_current = -1;
};

} // namespace hekim
