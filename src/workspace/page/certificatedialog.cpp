#include "workspace/page/certificatedialog.h"

#include "core/text/redaction.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace hekim {

namespace {

/// A qualified certificate carries the owner's identity number, at times in the name as well (rule S1).
QString nameIn(QStringList names, const QStringList& otherwise)
{
    if (names.isEmpty())
        names = otherwise;
    return redacted(names.join(QStringLiteral(", ")));
}

} // namespace

CertificateDialog::CertificateDialog(const QString& host, const QList<QSslCertificate>& certificates,
                                     QWidget* parent)
    : QDialog(parent), m_certificates(certificates), m_list(new QTreeWidget(this))
{
    setWindowTitle(QStringLiteral("Hekim Asistanı"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(640, 320);

    auto* text =
        new QLabel(tr("%1 asks for a certificate. Choose the one of your card.").arg(redacted(host)), this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    m_list->setAccessibleName(tr("Certificates"));
    m_list->setRootIsDecorated(false);
    m_list->setHeaderLabels({tr("Owner"), tr("Issuer"), tr("Valid until")});
    auto* buttons = new QDialogButtonBox(this);
    m_use = buttons->addButton(tr("Use this certificate"), QDialogButtonBox::AcceptRole);
    auto* without = buttons->addButton(tr("Without a certificate"), QDialogButtonBox::RejectRole);
    m_use->setEnabled(false);
    without->setDefault(true);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    fill();

    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &CertificateDialog::followSelection);
    connect(m_list, &QTreeWidget::itemDoubleClicked, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] {
        const auto chosen = m_list->selectedItems();
        emit answered(chosen.isEmpty() ? QSslCertificate()
                                       : m_certificates.at(m_list->indexOfTopLevelItem(chosen.first())));
    });
    connect(this, &QDialog::rejected, this, [this] { emit answered(QSslCertificate()); });
}

void CertificateDialog::fill()
{
    for (const QSslCertificate& certificate : std::as_const(m_certificates)) {
        const QString owner = nameIn(certificate.subjectInfo(QSslCertificate::CommonName),
                                     certificate.subjectInfo(QSslCertificate::Organization));
        const QString issuer = nameIn(certificate.issuerInfo(QSslCertificate::CommonName),
                                      certificate.issuerInfo(QSslCertificate::Organization));
        const QString end =
            QLocale().toString(certificate.expiryDate().toLocalTime().date(), QLocale::ShortFormat);
        const bool over = certificate.expiryDate() < QDateTime::currentDateTimeUtc();
        new QTreeWidgetItem(m_list, {owner, issuer, over ? tr("%1 (expired)").arg(end) : end});
    }
    m_list->header()->resizeSections(QHeaderView::ResizeToContents);
    m_list->setCurrentItem(nullptr);
    m_list->clearSelection();
}

void CertificateDialog::followSelection()
{
    const bool chosen = !m_list->selectedItems().isEmpty();
    m_use->setEnabled(chosen);
    m_use->setDefault(chosen);
}

} // namespace hekim
