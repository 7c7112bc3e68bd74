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
        else if (m_provisioner.doctorsWithoutPin().isEmpty())
            m_done.answer(0);
        else
            writeDown(environment);
    });
}

/// In the trail of the user whose keychain it is: who works as that user is who may now choose a new PIN.
void ProvisionCommand::writeDown(EnvironmentName environment)
{
    const auto settings = takeCommandSettings(m_line.settingsFile, environment);
    if (!settings) {
        tellUnwritten(settings.error());
        return;
    }
    m_trail.emplace(AuditLocation::standard(environment), *settings, m_persons);
    connect(&*m_trail, &AuditTrail::written, this, [this] { m_done.answer(0); });
    connect(&*m_trail, &AuditTrail::failed, this, &ProvisionCommand::tellUnwritten);
    for (const IdentityNumber& doctor : m_provisioner.doctorsWithoutPin())
        m_trail->record({.action = AuditAction::PinReset, .doctor = doctor, .detail = u"--provision"_s});
}

void ProvisionCommand::tellUnwritten(const Error& error)
{
    const QString line =
        u"hekim-asistani: "_s +
        tr("The PINs were reset, but the audit trail could not be written (%1).").arg(lineForIt(error));
    std::fputs(qPrintable(line + u'\n'), stderr);
    m_done.answer(0);
}

} // namespace hekim
