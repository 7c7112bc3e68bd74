#include "audit/auditevent.h"

#include "core/error/errortext.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

// Words of the file's format: they stay.
constexpr std::array<std::pair<AuditAction, QLatin1StringView>, 24> words{{
    {AuditAction::Login, "login"_L1},
    {AuditAction::LogOut, "logout"_L1},
    {AuditAction::Lock, "lock"_L1},
    {AuditAction::Unlock, "unlock"_L1},
    {AuditAction::DoctorChanged, "doctor-changed"_L1},
    {AuditAction::PinChanged, "pin-changed"_L1},
    {AuditAction::PinReset, "pin-reset"_L1},
    {AuditAction::Launch, "launch"_L1},
    {AuditAction::OwnReportsRead, "own-reports-read"_L1},
    {AuditAction::FormOpened, "form-opened"_L1},
    {AuditAction::PastReportsRead, "past-reports-read"_L1},
    {AuditAction::ImagesOpened, "images-opened"_L1},
    {AuditAction::HesQuery, "hes-query"_L1},
    {AuditAction::Download, "download"_L1},
    {AuditAction::Print, "print"_L1},
    {AuditAction::Export, "export"_L1},
    {AuditAction::SettingsChanged, "settings-changed"_L1},
    {AuditAction::PolicyChanged, "policy-changed"_L1},
    {AuditAction::SettingsLost, "settings-lost"_L1},
    {AuditAction::KeyChanged, "key-changed"_L1},
    {AuditAction::GateOverridden, "gate-overridden"_L1},
    {AuditAction::Damaged, "trail-damaged"_L1},
    {AuditAction::Lost, "events-lost"_L1},
    {AuditAction::FilesRemoved, "files-removed"_L1},
}};

} // namespace

QString toString(AuditAction action)
{
    const auto* const found =
        std::find_if(words.begin(), words.end(), [action](const auto& word) { return word.first == action; });
    return found == words.end() ? QString() : QString(found->second);
}

std::optional<AuditAction> auditActionFromString(QStringView text)
{
    const auto* const found =
        std::find_if(words.begin(), words.end(), [text](const auto& word) { return word.second == text; });
    return found == words.end() ? std::nullopt : std::optional(found->first);
}

AuditEvent auditEventOf(const LaunchRequest& request, bool taken)
{
    LaunchRequest landed = request;
    landed.page = request.landing();
    return {AuditAction::Launch, taken ? AuditOutcome::Done : AuditOutcome::Failed,
            request.doctor,      request.patient,
            request.source,      toJson(landed).value("page"_L1).toString()};
}

AuditSink::AuditSink() : m_deeds(std::make_unique<QObject>()) {}

AuditSink::~AuditSink() = default;

void AuditSink::endDeeds()
{
    const QObjectList children = m_deeds->children(); // with them go the callbacks that hold deeds
    qDeleteAll(children);
}

QString auditDetailOf(const Error& error)
{
    Error told = error;
    told.detail.clear();
    return lineForIt(told);
}

} // namespace hekim
