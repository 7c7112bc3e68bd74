#include "cli/provisioncommand.h"

#include "audit/auditfiles.h"
#include "cli/commandsettings.h"
#include "core/error/errortext.h"
#include "platform/files/boundedreader.h"
#include "platform/files/settingsplaces.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

// Data that cannot be read are unusable like data that cannot be understood (exit 3).
Error asUnusableData(Error error)
{
    error.kind = ErrorKind::BadSettings;
    return error;
}

Result<ProvisioningData> dataFor(const CommandLine& line, const QByteArray& document)
{
    auto data = ProvisioningData::fromJson(document);
    if (data && line.environment && *line.environment != data->environment) {
        return badSettings(u"environment"_s, InputFault::NotAllowedHere,
                           u"--environment and the data name different ones"_s);
    }
    return data;
}

} // namespace

ProvisionCommand::ProvisionCommand(const CommandLine& line, QObject* parent)
    : QObject(parent)
    , m_line(line)
    , m_persons(m_keychain)
    , m_provisioner(m_keychain, standardSettingsPlaces(line.settingsFile))
{
}

void ProvisionCommand::start(QObject* context, std::function<void(Result<int>)> done)
{
    m_done = Callback<int>(context, std::move(done));
    readBounded(m_line.provisionFrom, maxProvisioningBytes, longestInput, u"provision"_s, this,
                [this](const Result<QByteArray>& document) {
                    const auto data =
                        document.map_error(asUnusableData).and_then([this](const QByteArray& bytes) {
                            return dataFor(m_line, bytes);
                        });
                    if (data)
                        apply(*data);
                    else
                        m_done.answer(tl::make_unexpected(data.error()));
                });
}

void ProvisionCommand::apply(const ProvisioningData& data)
{
    m_provisioner.apply(data, this, [this, environment = data.environment](const Result<void>& applied) {
        if (!applied)
            m_done.answer(tl::make_unexpected(applied.error()));
        else
            writeDown(environment);
    });
}

/// In the trail of the user whose keychain it is: who works as that user is who may now choose a new PIN. And
/// who gives a key knows it: what is sealed with it from then on proves no more than that. The training's
/// lines have a key of their own.
void ProvisionCommand::writeDown(EnvironmentName environment)
{
    const AuditLocation location = AuditLocation::standard(environment);
    auto key = m_provisioner.personKeyChange();
    if (environment == EnvironmentName::Training || auditFilesIn(location.folder).isEmpty())
        key.reset(); // it has sealed nothing yet
    if (!key && m_provisioner.doctorsWithoutPin().isEmpty()) {
        m_done.answer(0);
        return;
    }
    const auto settings = takeCommandSettings(m_line.settingsFile, environment);
    if (!settings) {
        tellUnwritten(settings.error());
        return;
    }
    m_trail.emplace(location, *settings, m_persons);
    connect(&*m_trail, &AuditTrail::written, this, [this] { m_done.answer(0); });
    connect(&*m_trail, &AuditTrail::failed, this, &ProvisionCommand::tellUnwritten);
    if (key && key->after)
        m_trail->noteNewKey(key->before);
    else if (key && key->before)
        m_trail->noteRemovedKey(*key->before);
    if (key)
        m_trail->record({.action = AuditAction::KeyChanged,
                         .detail = key->after ? u"--provision"_s : u"--provision: removed"_s});
    for (const IdentityNumber& doctor : m_provisioner.doctorsWithoutPin())
        m_trail->record({.action = AuditAction::PinReset, .doctor = doctor, .detail = u"--provision"_s});
}

void ProvisionCommand::tellUnwritten(const Error& error)
{
    const QString line =
        u"hekim-asistani: "_s +
        tr("The data are stored, but the audit trail could not be written (%1).").arg(lineForIt(error));
    std::fputs(qPrintable(line + u'\n'), stderr);
    m_done.answer(0);
}

} // namespace hekim
