#pragma once

#include "core/identity/identitynumber.h"
#include "core/settings/environment.h"
#include "core/settings/settings.h"

namespace hekim {

/// Where a page of the pane may go (rules P1, S4 to S6). A value: a tab gets the rules of its patient and
/// keeps them.
class NavigationRules
{
public:
    NavigationRules() = default; ///< nothing but about:blank
    NavigationRules(const Settings& settings, const std::optional<IdentityNumber>& patient);

    /// Of a pane that shows the patient's images.
    [[nodiscard]] static NavigationRules forImages(const Settings& settings, const IdentityNumber& patient);

    enum class Verdict {
        Allow,
        Refuse,             ///< never: file:, chrome:, http: beyond loopback, a live host in test …
        RefuseOtherPatient, ///< the report form of a patient other than the tab's (P1)
        OpenPatient,        ///< a patient's report form asked for by a page that belongs to no patient
        OpenMine,           ///< the doctor's list of everybody's reports, asked for in a patient's tab (P1)
        AskSystemBrowser,   ///< a foreign host the user clicked
        StartProgram,       ///< a listed scheme after a gesture
        ProgramNotListed,   ///< a scheme that is not in web/externalSchemes
        NeedsGesture        ///< a listed scheme or foreign host without a user's gesture
    };

    /// A host, with its scheme and port, that pages of this environment may be of.
    [[nodiscard]] bool isAllowedHost(const QUrl& url) const;
    /// A navigation of the main frame or of an inner frame; `from` is the page, or the origin that asks.
    [[nodiscard]] Verdict navigation(const QUrl& to, const QUrl& from, bool mainFrame,
                                     bool userGesture) const;
    /// A sub-resource, fetch or WebSocket of the page, or the origin, at `from`.
    [[nodiscard]] bool allowsRequest(const QUrl& to, const QUrl& from) const;
    /// P1: whether one of these, given as `patientId` to or by a page of the origin of `where`, is a person
    /// other than this patient.
    [[nodiscard]] bool namesAnother(const QStringList& patientIds, const QUrl& where) const;
    /// The patient a createreport address names (parameter and path compared without case), if it is one.
    [[nodiscard]] static std::optional<QString> patientInAddress(const QUrl& url);

    /// A page of the environment's e-Rapor: those alone hand work over to an e-signature program by a file.
    [[nodiscard]] bool isErapor(const QUrl& page) const;
    /// An e-signature program on this computer that pages of the e-Rapor may reach.
    [[nodiscard]] bool isAgent(const QUrl& url) const;
    /// A page of the environment's image viewer in a pane for images: those alone may fill their pane (full
    /// screen).
    [[nodiscard]] bool isViewer(const QUrl& page) const;
    [[nodiscard]] EnvironmentName environment() const { return m_environment; }
    [[nodiscard]] bool reachesLive() const { return m_reachesLive; } ///< as Settings says
    [[nodiscard]] std::optional<IdentityNumber> patient() const { return m_patient; }
    [[nodiscard]] const QString& eraporOrigin() const { return m_eraporOrigin; }

private:
    [[nodiscard]] bool namesAnother(const QUrl& url) const;

    EnvironmentName m_environment = EnvironmentName::Training;
    bool m_reachesLive = false;
    QStringList m_environmentOrigins;
    QString m_eraporOrigin;
    QStringList m_imageOrigins; ///< of the viewer first, and of its services
    QStringList m_extraHosts;
    QStringList m_externalSchemes;
    QString m_agentPorts;
    std::optional<IdentityNumber> m_patient;
    bool m_isForImages = false;
};

} // namespace hekim
