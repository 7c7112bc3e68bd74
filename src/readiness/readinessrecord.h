#pragma once

#include "core/settings/environment.h"
#include "readiness/checklist.h"

#include <QDate>
#include <QDateTime>
#include <QMap>

#include <optional>

namespace hekim {

/// Which way to HES access the guides have for this institution; chosen once.
enum class HesPath { NotChosen, Clinic, LocalAuthority, NotUsed };
/// Whether the institution gives remote health service at all; chosen once.
enum class RemoteService { NotChosen, Given, NotGiven };

/// What a person says of a step. Free texts never hold an identity number: those are masked when it is made
/// (rule S1).
struct Statement
{
    enum class Kind { Done, NotNeeded };
    Kind kind = Kind::Done;
    QString document;   ///< number of the letter, protocol or permit
    QDate documentDate; ///< may be none
    QString by;         ///< who says so; never empty
    QString note;
    QDate renewBy;  ///< from the day after it the statement has run out; may be none
    QDateTime made; ///< UTC

    friend bool operator==(const Statement&, const Statement&) = default;
};

/// What the program saw itself. Never typed.
struct Verification
{
    Proof proof = Proof::None;
    EnvironmentName environment = EnvironmentName::Training;
    QDateTime made; ///< UTC
    bool passed = false;

    friend bool operator==(const Verification&, const Verification&) = default;
};

/// The checks of one health professional. Stands for a number that is not here: `key` is
/// PersonDigest::of(…, DigestPurpose::Readiness).
struct DoctorChecks
{
    QString key;
    QString name; ///< as it was typed
    QMap<QString, Statement> statements;

    friend bool operator==(const DoctorChecks&, const DoctorChecks&) = default;
};

/// The switch to live, and what had not been done by then.
struct WentLive
{
    QDateTime made;      ///< UTC
    QString by;          ///< empty where nothing was missing
    QStringList missing; ///< ids of steps; "hes" and "remote" where it was not chosen which steps apply

    friend bool operator==(const WentLive&, const WentLive&) = default;
};

enum class ReadinessState { Open, Stated, NotNeeded, RunOut, Verified, Refused };

/// What an institution has recorded. Statements are about the institution; verifications belong to the
/// environment whose services answered, doctors to the environment whose key made their digest.
struct ReadinessRecord
{
    QString institution; ///< ÇKYS code
    HesPath hes = HesPath::NotChosen;
    RemoteService remote = RemoteService::NotChosen;
    QMap<QString, Statement> statements;
    QList<Verification> verifications; ///< the last of each proof and environment
    QMap<EnvironmentName, QList<DoctorChecks>> doctors;
    QList<WentLive> wentLive;

    [[nodiscard]] const DoctorChecks* doctor(EnvironmentName environment, const QString& key) const;
    /// `doctor` counts for steps that are asked for each professional by themselves.
    [[nodiscard]] std::optional<Statement> statementOf(const ChecklistStep& step,
                                                       const DoctorChecks* doctor = nullptr) const;
    /// What the program saw of a step, as far as it counts in `environment`: training's and custom's own
    /// services stand for both stages there and nowhere else.
    [[nodiscard]] std::optional<Verification> verificationOf(const ChecklistStep& step,
                                                             EnvironmentName environment) const;
    [[nodiscard]] ReadinessState stateOf(const ChecklistStep& step, EnvironmentName environment, QDate today,
                                         const DoctorChecks* doctor = nullptr) const;

    void note(const Verification& verification);
    /// Keeps what a person says of a step, or withdraws it (none). `doctorKey` is empty for a step of the
    /// institution; one that is not here changes nothing.
    void keep(const QString& stepId, const std::optional<Statement>& statement, EnvironmentName environment,
              const QString& doctorKey);
    /// One who is here already stays as recorded.
    void addDoctor(EnvironmentName environment, const QString& key, const QString& name);
    void removeDoctor(EnvironmentName environment, const QString& key);

    friend bool operator==(const ReadinessRecord&, const ReadinessRecord&) = default;
};

/// Done, stated or verified: nothing is left to do.
bool isSettled(ReadinessState state);
/// The steps of the way to HES that was chosen; none where none was.
QList<ChecklistStep> hesSteps(HesPath path);
/// A typed text as it may be kept: identity numbers are masked (rule S1), the numbers of official letters
/// stay.
QString withoutIdentityNumbers(const QString& typed);

/// Of the doctor's own checks (guide 003), those that are missing or have run out; empty where the
/// institution gives no remote service. A record is no check with the ÇKYS Doktor Bilgi Bankası and enables
/// nothing.
QList<ChecklistStep> missingChecks(const ReadinessRecord& record, EnvironmentName environment,
                                   const QString& doctorKey, QDate today);

/// What must be done before the live environment, and is not.
struct LiveQuestion
{
    bool hesNotChosen = false;
    bool remoteNotChosen = false;
    QList<ChecklistStep> missing;

    [[nodiscard]] bool isEmpty() const { return !hesNotChosen && !remoteNotChosen && missing.isEmpty(); }
    [[nodiscard]] QStringList ids() const;
};
LiveQuestion beforeLive(const ReadinessRecord& record, bool hesEnabled, QDate today);

} // namespace hekim
