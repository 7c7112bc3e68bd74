#pragma once

#include "core/error.h"
#include "core/navigationrules.h"

#include <QObject>
#include <QUrl>

#include <memory>

class QWebEngineView;
class QWidget;

namespace hekim {

class CertificateJudge;

/// One page in an off-the-record profile of its own, behind all gates (rules P1, S2, S4 to S6): what a patient's tab
/// shows. It can load before it has a view; nothing of it remains when it is destroyed.
class IsolatedPage : public QObject
{
    Q_OBJECT

public:
    explicit IsolatedPage(const CertificateJudge& certificates, QObject* parent = nullptr);
    ~IsolatedPage() override;

    /// Loads about:blank, so that the first open() finds a running engine.
    void warm();
    /// Starts loading at once. The rules stay for the page's life; `url` may carry a token.
    void open(const NavigationRules& rules, const QUrl& url);
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] bool isLoading() const;

    /// The view, made at the first call as a child of `parent`.
    QWidget* view(QWidget* parent);

    /// A trusted input event happened in any frame since the load (rule P3).
    [[nodiscard]] bool touched() const;

    /// What the pane did not do, for a message bar. Texts are made by the gui; nothing here holds a query or a number.
    enum class Notice {
        OtherPatientRefused,
        AddressRefused,
        CertificateRefused,
        PopupBlocked,
        DownloadRefused,
        PermissionDenied,
        ProgramNotListed,
        ProgramNeedsClick,
        ProgramMissing,
        FullScreenRefused
    };
    Q_ENUM(Notice)

signals:
    void loadingChanged(bool loading);
    void progress(int percent);
    void loaded();
    /// The main frame did not load: TLS, DNS, connection, HTTP status (Unauthorized for 401), a crashed renderer.
    void failed(const hekim::Error& error);
    void touchedChanged(bool touched);
    void notice(hekim::IsolatedPage::Notice notice, const QString& hostOrScheme);
    /// The user clicked a link to a foreign host: to be asked, then opened in the system's browser.
    void systemBrowserAsked(const QUrl& url);
    /// A page that belongs to no patient asks for a patient's report form.
    void patientAsked(const QString& number, const QUrl& url);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace hekim
