#pragma once

#include "core/launch/hescode.h"
#include "core/settings/settings.h"

#include <QWidget>

#include <optional>

namespace hekim {

class CredentialStore;
class HesPage;
class HttpClient;

/// The place of the HES page among the tabs: the page is built when it is first looked at, so that it costs
/// the start nothing.
class HesTab : public QWidget
{
    Q_OBJECT

public:
    HesTab(HttpClient& http, CredentialStore& credentials, const Settings& settings,
           QWidget* parent = nullptr);

    void setCode(const std::optional<HesCode>& code);

signals:
    void loginTaken(); ///< see HesClient

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();

    HttpClient& m_http;
    CredentialStore& m_credentials;
    const Settings& m_settings;
    HesPage* m_page = nullptr;
};

} // namespace hekim
