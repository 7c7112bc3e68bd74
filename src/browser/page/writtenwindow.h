#pragma once

#include <QObject>
#include <QTimer>

class QWebEnginePage;

namespace hekim {

/// A window that its page fills by window.open('') and document.write(): the print preview of many a public
/// service.
///
/// The engine (6.4.2, with its own views as well) crashes on showing a window that has only the empty
/// document from before the first navigation. So the window waits out of sight until something stands in it;
/// then it goes to about:blank by itself, which keeps its origin, its opener and the opener's hold of it, and
/// gets the same content again. What the opener has attached to single elements before is lost; scripts run
/// once more.
class WrittenWindow : public QObject
{
    Q_OBJECT

public:
    WrittenWindow(QWebEnginePage& page, QObject* parent);

signals:
    void written(); ///< it can be shown

private:
    void look();
    void take(const QString& html);
    void putBack();

    QWebEnginePage& m_page;
    QTimer m_look;
    QString m_html;
    int m_looks = 0;
};

} // namespace hekim
