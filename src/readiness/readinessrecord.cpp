#include "readiness/readinessrecord.h"

#include "core/identity/identitynumber.h"

#include <QRegularExpression>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

/// Guide 001 tells the official completion after the credentials of the live environment: it cannot be waited
/// for.
const auto afterLive = u"001/7"_s;

bool counts(const Verification& seen, ProofStage stage, EnvironmentName environment)
{
    switch (seen.environment) {
    case EnvironmentName::Training:
    case EnvironmentName::Custom:
        return seen.environment == environment;
    case EnvironmentName::Test:
        return stage != ProofStage::Live;
    case EnvironmentName::Live:
        return stage != ProofStage::Test;
    }
    return false;
}

/// The number of an official letter begins with eleven digits as well ("E-64425870-010.06.02-1234"), and is
/// the very thing to be written down here: in such groups only a number whose check digits hold is a
/// person's.
bool mayBeIdentityNumber(const QString& found)
{
    QString digits;
    bool bySigns = false;
    for (const QChar c : found) {
        if (c.isDigit())
            digits.append(QString::number(c.digitValue()));
        else if (!c.isSpace())
            bySigns = true;
    }
    if (!bySigns)
        return true;
    const auto number = IdentityNumber::parse(digits, {});
    return number && number->kind() == IdentityNumber::Kind::Tckn && number->checksumHolds();
}

} // namespace

const DoctorChecks* ReadinessRecord::doctor(EnvironmentName environment, const QString& key) const
{
    const auto entry = doctors.constFind(environment);
    if (entry == doctors.constEnd())
        return nullptr;
    const auto found =
        std::ranges::find_if(*entry, [&key](const DoctorChecks& checks) { return checks.key == key; });
    return found == entry->constEnd() ? nullptr : &*found;
}

std::optional<Statement> ReadinessRecord::statementOf(const ChecklistStep& step,
                                                      const DoctorChecks* doctor) const
{
    if (step.perDoctor && !doctor)
        return std::nullopt;
    const auto& from = step.perDoctor ? doctor->statements : statements;
    const auto found = from.constFind(step.id);
    return found == from.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<Verification> ReadinessRecord::verificationOf(const ChecklistStep& step,
                                                            EnvironmentName environment) const
{
    std::optional<Verification> last;
    for (const Verification& seen : verifications) {
        if (seen.proof == step.proof && step.proof != Proof::None && counts(seen, step.stage, environment) &&
            (!last || last->made < seen.made))
            last = seen;
    }
    return last;
}

ReadinessState ReadinessRecord::stateOf(const ChecklistStep& step, EnvironmentName environment, QDate today,
                                        const DoctorChecks* doctor) const
{
    const auto statement = statementOf(step, doctor);
    if (statement && statement->kind == Statement::Kind::NotNeeded)
        return ReadinessState::NotNeeded;
    if (const auto seen = verificationOf(step, environment))
        return seen->passed ? ReadinessState::Verified : ReadinessState::Refused;
    if (!statement)
        return ReadinessState::Open;
    return statement->renewBy.isValid() && statement->renewBy < today ? ReadinessState::RunOut
                                                                      : ReadinessState::Stated;
}

void ReadinessRecord::note(const Verification& verification)
{
    verifications.removeIf([&](const Verification& former) {
        return former.proof == verification.proof && former.environment == verification.environment;
    });
    verifications.append(verification);
}

void ReadinessRecord::keep(const QString& stepId, const std::optional<Statement>& statement,
                           EnvironmentName environment, const QString& doctorKey)
{
    const auto keepIn = [&](QMap<QString, Statement>& kept) {
        if (statement)
            kept.insert(stepId, *statement);
        else
            kept.remove(stepId);
    };
    if (doctorKey.isEmpty()) {
        keepIn(statements);
        return;
    }
    for (DoctorChecks& doctor : doctors[environment]) {
        if (doctor.key == doctorKey)
            keepIn(doctor.statements);
    }
}

void ReadinessRecord::addDoctor(EnvironmentName environment, const QString& key, const QString& name)
{
    if (!doctor(environment, key))
        doctors[environment].append({key, withoutIdentityNumbers(name), {}});
}

void ReadinessRecord::removeDoctor(EnvironmentName environment, const QString& key)
{
    doctors[environment].removeIf([&key](const DoctorChecks& doctor) { return doctor.key == key; });
}

bool isSettled(ReadinessState state)
{
    return state == ReadinessState::Stated || state == ReadinessState::NotNeeded ||
           state == ReadinessState::Verified;
}

QList<ChecklistStep> hesSteps(HesPath path)
{
    if (path == HesPath::Clinic)
        return hesClinicSteps();
    if (path == HesPath::LocalAuthority)
        return hesLocalAuthoritySteps();
    return {};
}

QString withoutIdentityNumbers(const QString& typed)
{
    static const QRegularExpression candidate(
        u"(?<!\\p{Nd})\\p{Nd}(?:[ .\\x{a0}\\x{2009}\\x{202f}/-]?\\p{Nd}){10}(?!\\p{Nd})"_s);
    QString text = typed.trimmed();
    qsizetype from = 0;
    for (auto match = candidate.match(text, from); match.hasMatch(); match = candidate.match(text, from)) {
        const QString found = match.captured();
        from = match.capturedStart() + 1;
        if (!mayBeIdentityNumber(found))
            continue;
        const QString mask = found.first(3) + QString(5, u'\u2022') + found.last(3);
        text.replace(match.capturedStart(), found.size(), mask);
        from = match.capturedStart() + mask.size();
    }
    return text;
}

QList<ChecklistStep> missingChecks(const ReadinessRecord& record, EnvironmentName environment,
                                   const QString& doctorKey, QDate today)
{
    if (record.remote != RemoteService::Given)
        return {};
    QList<ChecklistStep> missing;
    const DoctorChecks* doctor = record.doctor(environment, doctorKey);
    for (const ChecklistStep& step : remoteServiceSteps()) {
        if (step.proof == Proof::DoctorRegistry &&
            !isSettled(record.stateOf(step, environment, today, doctor)))
            missing.append(step);
    }
    return missing;
}

QStringList LiveQuestion::ids() const
{
    QStringList ids;
    if (hesNotChosen)
        ids.append(u"hes"_s);
    if (remoteNotChosen)
        ids.append(u"remote"_s);
    for (const ChecklistStep& step : missing)
        ids.append(step.id);
    return ids;
}

LiveQuestion beforeLive(const ReadinessRecord& record, bool hesEnabled, QDate today)
{
    LiveQuestion question;
    question.hesNotChosen = hesEnabled && record.hes == HesPath::NotChosen;
    question.remoteNotChosen = record.remote == RemoteService::NotChosen;
    QList<ChecklistStep> steps = hesEnabled ? hesSteps(record.hes) : QList<ChecklistStep>();
    if (record.remote == RemoteService::Given)
        steps += remoteServiceSteps();
    for (const ChecklistStep& step : std::as_const(steps)) {
        // A doctor's own checks are asked for when the doctor works, not once for the institution.
        if (step.id != afterLive && !step.perDoctor &&
            !isSettled(record.stateOf(step, EnvironmentName::Live, today)))
            question.missing.append(step);
    }
    return question;
}

} // namespace hekim
