#pragma once

#include "gui/help/helpbook.h"

#include <QTextBrowser>

#include <functional>

class QPagedPaintDevice;

namespace hekim {

/// Shows the pages of the help. Follows links within the help and no others.
class HelpBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    explicit HelpBrowser(const HelpBook& book, QWidget* parent = nullptr);

    /// Turns to "page" or "page#section".
    void turnTo(const QString& address);
    [[nodiscard]] QString address() const { return m_address.toString(); }
    /// The index of the page in the book.
    [[nodiscard]] int page() const;

    /// Marks the hits that stand on this page, and brings `current` (an index) into sight, turning to its
    /// page.
    void showHits(const QList<HelpBook::Hit>& hits, int current);

    void zoom(int steps);
    void resetZoom();
    /// Paints the page in sight, black on white whatever the palette, in any thread.
    [[nodiscard]] std::function<void(QPagedPaintDevice&)> painter() const;

protected:
    QVariant loadResource(int type, const QUrl& name) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void dress();
    void mark();

    const HelpBook& m_book;
    QUrl m_address;
    QString m_dressed; ///< page that the document holds
    QList<HelpBook::Hit> m_hits;
    int m_current = -1;
    int m_zoom = 0;
};

} // namespace hekim
