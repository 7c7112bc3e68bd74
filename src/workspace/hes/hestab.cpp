#include "workspace/hes/hestab.h"

#include "workspace/hes/hespage.h"

#include <QVBoxLayout>

namespace hekim {

using namespace Qt::StringLiterals;

HesTab::HesTab(HttpClient& http, CredentialStore& credentials, const Settings& settings, QWidget* parent)
    : QWidget(parent), m_http(http), m_credentials(credentials), m_settings(settings)
{
}

void HesTab::setCode(const std::optional<HesCode>& code)
{
    build();
    if (code)
        m_page->setCode(*code);
}

void HesTab::showEvent(QShowEvent* event)
{
    build();
    QWidget::showEvent(event);
}

void HesTab::build()
{
    if (m_page)
        return;
    m_page = new HesPage(m_http, m_credentials, m_settings, this);
    connect(m_page, &HesPage::loginTaken, this, &HesTab::loginTaken);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_page);
    setFocusProxy(m_page);
}

} // namespace hekim
