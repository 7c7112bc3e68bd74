#pragma once

#include "core/identity/identitynumber.h"
#include "core/launch/hescode.h"
#include "core/launch/reason.h"
#include "core/settings/environment.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>
#include <utility>

namespace hekim {

/// Where a launch lands in the window.
enum class LandingPage { Create, Mine, History, Images, Hes };

/// Which way a launch came in: a URL can be fired by any web page and therefore only proposes (rule S8).
enum class LaunchSource { Options, Request, Url };

/// What an HBYS asks for, validated.
struct LaunchRequest
{
    std::optional<IdentityNumber> patient;
    std::optional<Reason> reason;
    std::optional<IdentityNumber> doctor;
    QStringList accessions;
    std::optional<HesCode> hes;
    std::optional<LandingPage> page; ///< as asked for; landing() has the rule
    LaunchSource source = LaunchSource::Options;

    /// page, else hes, else accession, else patient, else `mine`.
    [[nodiscard]] LandingPage landing() const;
    /// A URL or a doctor-less, patient-less call asks for nothing but the window.
    [[nodiscard]] bool isEmpty() const;

    friend bool operator==(const LaunchRequest&, const LaunchRequest&) = default;
};

/// Field names and their texts in the order given; the one entrance through which every source is validated:
/// unknown and doubled fields (accession apart), malformed values, fields that need a patient. Values are
/// trimmed. In `live` a failing checksum refuses too.
using LaunchFields = QList<std::pair<QString, QString>>;
Result<LaunchRequest> launchRequestFromFields(const LaunchFields& fields, LaunchSource source,
                                              EnvironmentName environment);

/// `--request`: one JSON object of at most 4 KiB. A value is a text or a plain integer, for `accession` an
/// array too; null and "" count as absent.
Result<LaunchRequest> launchRequestFromJson(const QByteArray& document, EnvironmentName environment);

/// `hekim-asistani://open?patient=…`: path empty or "/", no user, port or fragment.
Result<LaunchRequest> launchRequestFromUrl(const QString& url, EnvironmentName environment);

/// The form in which a request travels to the running window; read back with validation.
QJsonObject toJson(const LaunchRequest& request);
Result<LaunchRequest> launchRequestFromMessage(const QJsonObject& object, EnvironmentName environment);

constexpr qsizetype maxRequestBytes = 4096;

} // namespace hekim
