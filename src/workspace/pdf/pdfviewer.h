#pragma once

#include "browser/downloads/download.h"

#include <QBuffer>
#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPdfDocument;
class QPdfView;

namespace hekim {

/// Shows a PDF that a page sent as a file ("Görüntüle"), inside the tab of its patient: it goes with the tab,
/// and is on no disk unless the doctor saves it.
///
/// Not the engine's viewer: that one shows addresses only, and the bytes of an attachment have none that
/// could be loaded again (a form's answer, an address good for once, a blob that the page has revoked).
class PdfViewer : public QWidget
{
    Q_OBJECT

public:
    explicit PdfViewer(QWidget* parent);
    ~PdfViewer() override;

    /// Takes the download over.
    void open(Download* download);
    [[nodiscard]] QByteArray bytes() const { return m_bytes.data(); }
    [[nodiscard]] Download* download() const { return m_download; }
    void zoom(qreal factor);

signals:
    void saveAsked(hekim::Download* download);
    void printAsked(const QByteArray& pdf);
    void closed();

private:
    void take(const QByteArray& pdf);
    void present();
    void say(const QString& text);

    QPointer<Download> m_download;
    QBuffer m_bytes;
    QPdfDocument* m_document;
    QPdfView* m_view;
    QHBoxLayout* m_row;
    QLabel* m_name;
    QLabel* m_message;
    QList<QWidget*> m_needDocument;
};

} // namespace hekim
