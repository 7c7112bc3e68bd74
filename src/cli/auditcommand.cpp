#include "cli/auditcommand.h"

#include "audit/proof/auditverifier.h"
#include "cli/commandsettings.h"
#include "core/error/errortext.h"
#include "core/launch/launchrequest.h"
#include "platform/files/boundedreader.h"

#include <QFile>
#include <QLocale>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

void say(std::FILE* stream, const QString& line)
{
    const QByteArray bytes = (line + u'\n').toLocal8Bit();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
}

/// "audit-2026-11.jsonl:17: …", as editors and scripts know it.
QString lineFor(const AuditFault& fault)
{
    const QString place = fault.line > 0 ? u"%1:%2"_s.arg(fault.file).arg(fault.line) : fault.file;
    return u"%1: %2"_s.arg(place, sentenceFor(fault));
}

} // namespace

AuditCommand::AuditCommand(const CommandLine& line, QObject* parent)
    : QObject(parent), m_line(line), m_persons(m_keychain)
{
}

void AuditCommand::start(QObject* context, std::function<void(Result<int>)> done)
{
    m_done = Callback<int>(context, std::move(done));
    const Result<Settings> settings = takeCommandSettings(m_line.settingsFile, m_line.environment);
    if (!settings) {
        m_done.answerLater(tl::make_unexpected(settings.error()));
        return;
    }
    m_settings = *settings;
    m_location = AuditLocation::standard(m_settings.environment());
    m_query.from = m_line.from;
    m_query.to = m_line.to;
    if (m_line.audit == CommandLine::Audit::Verify)
        findKeys();
    else if (m_line.requestFrom.isEmpty())
        findKey();
    else
        readQuery();
}

/// Whom to search for: "patient" or "doctor" of a launch's own JSON form, and nothing else of it.
void AuditCommand::readQuery()
{
    readBounded(m_line.requestFrom, maxRequestBytes, longestInput, u"request"_s, this,
                [this](const Result<QByteArray>& document) {
                    const auto request = document.and_then([this](const QByteArray& bytes) {
                        return launchRequestFromJson(bytes, m_settings.environment());
                    });
                    if (!request) {
                        m_done.answer(tl::make_unexpected(request.error()));
                        return;
                    }
                    const LaunchRequest& whole = *request;
                    LaunchRequest asked;
                    asked.doctor = whole.doctor;
                    asked.patient = whole.patient;
                    asked.source = whole.source;
                    if (!(asked == whole) || (!asked.doctor && !asked.patient)) {
                        m_done.answer(badInput(u"request"_s, InputFault::NotAllowedHere));
                        return;
                    }
                    m_query.doctor = asked.doctor;
                    m_query.patient = asked.patient;
                    findKey();
                });
}

void AuditCommand::findKey()
{
    m_persons.existingDigestFor(m_settings.environment(), m_settings.institutionCode(), this,
                                [this](const Result<PersonDigest>& key) { write(key); });
}

/// With every key of this environment that the trail's lines name: institution codes are corrected. Of these
/// the one in force counts, and those that lines prove from there. No other environment's counts here, least
/// of all the training's, which everybody knows.
void AuditCommand::findKeys()
{
    std::set<AuditKeyOwner> owners = auditKeyOwnersIn(m_location.folder);
    std::erase_if(owners,
                  [this](const AuditKeyOwner& owner) { return owner.first != m_settings.environment(); });
    owners.emplace(m_settings.environment(), m_settings.institutionCode());
    findAuditKeys(m_persons, owners, this, [this](AuditKeys keys, const std::optional<Error>& refused) {
        const AuditKeyOwner present(m_settings.environment(), m_settings.institutionCode());
        for (AuditKey& key : keys)
            key.isInForce = key.owner == present;
        verify(keys, refused);
    });
}

void AuditCommand::verify(const AuditKeys& keys, const std::optional<Error>& refused)
{
    AuditVerdict verdict = verifyAudit(m_location, &keys);
    std::stable_partition(verdict.faults.begin(), verdict.faults.end(),
                          std::not_fn(&isUnprovenOnly)); // what is certain first
    for (const AuditFault& fault : verdict.faults)
        say(stdout, lineFor(fault));
    if (verdict.faults.isEmpty())
        say(stdout, tr("The audit trail is whole: %n line(s), none changed (files: %1).", nullptr,
                       static_cast<int>(verdict.lines))
                        .arg(verdict.files));
    else if (std::ranges::all_of(verdict.faults, &isUnprovenOnly))
        say(stdout, tr("The chain of %n line(s) is unbroken; what cannot be proven is named above.", nullptr,
                       static_cast<int>(verdict.lines)));
    if (verdict.lines > 0 && !verdict.marked)
        say(stderr,
            tr("Nothing outside the folder says how far the trail had reached: an older state in its place "
               "would not be noticed."));
    if (refused)
        say(stderr, tr("The keychain gave no key (%1).").arg(lineForIt(*refused)));
    if (verdict.torn > 0)
        say(stdout, tr("%n line(s) were cut short by a crash; the trail tells which.", nullptr,
                       static_cast<int>(verdict.torn)));
    if (verdict.unsealed > 0)
        say(stdout, tr("%n line(s) have no seal.", nullptr, static_cast<int>(verdict.unsealed)));
    if (verdict.otherKey > 0)
        say(stdout, tr("%n line(s) are sealed with another key and were checked by the chain only.", nullptr,
                       static_cast<int>(verdict.otherKey)));
    m_done.answer(verdict.faults.isEmpty() ? 0 : 1);
}

void AuditCommand::write(const Result<PersonDigest>& key)
{
    if (!key && m_query.namesSomebody()) {
        if (key.error().kind == ErrorKind::NotConfigured)
            say(stderr, tr("Without the institution's key nobody can be found by a number, and this user's "
                           "keychain does not hold it."));
        m_done.answer(tl::make_unexpected(key.error()));
        return;
    }
    QFile out;
    bool whole = out.open(stdout, QIODevice::WriteOnly);
    const AuditExport done =
        exportAudit(m_location.folder, m_query, key ? &*key : nullptr,
                    [&](const QByteArray& piece) { whole = whole && out.write(piece) == piece.size(); });
    whole = whole && out.flush();
    if (!whole) {
        m_done.answer(badSettings(u"export"_s, InputFault::Unreadable, out.errorString()));
        return;
    }
    if (done.unreadable > 0)
        say(stderr, tr("%n line(s) are damaged and were left out; --audit verify names them.", nullptr,
                       static_cast<int>(done.unreadable)));
    if (done.otherDays > 0)
        say(stderr,
            tr("%n line(s) were written between those of these days with a clock that was wrong: they are "
               "among them.",
               nullptr, static_cast<int>(done.otherDays)));
    if (done.otherKey > 0)
        say(stderr, tr("%n line(s) were written with another key or none: who stands in them cannot be "
                       "found.",
                       nullptr, static_cast<int>(done.otherKey)));
    m_done.answer(done.unreadable > 0 ? 1 : 0);
}

} // namespace hekim
