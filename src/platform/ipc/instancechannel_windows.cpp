#include "platform/ipc/instancechannel.h"

#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

#include <aclapi.h>
#include <sddl.h>
#include <windows.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

struct LocalMemory
{
    void operator()(void* memory) const { ::LocalFree(memory); }
};

/// TOKEN_USER or TOKEN_OWNER of this process.
QByteArray tokenInformation(TOKEN_INFORMATION_CLASS kind)
{
    HANDLE token = nullptr;
    if (!::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, &token))
        return {};
    DWORD size = 0;
    ::GetTokenInformation(token, kind, nullptr, 0, &size);
    QByteArray information(static_cast<qsizetype>(size), '\0');
    if (!::GetTokenInformation(token, kind, information.data(), size, &size))
        information.clear();
    ::CloseHandle(token);
    return information;
}

QString userSid()
{
    const QByteArray user = tokenInformation(TokenUser);
    LPWSTR text = nullptr;
    if (user.isEmpty() ||
        !::ConvertSidToStringSidW(reinterpret_cast<const TOKEN_USER*>(user.constData())->User.Sid, &text))
        return {};
    const std::unique_ptr<wchar_t, LocalMemory> owned(text);
    return QString::fromWCharArray(text);
}

} // namespace

Result<InstanceChannel> instanceChannel()
{
    DWORD session = 0;
    const QString sid = userSid();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                           u"/hekim-asistani"_s; // %LOCALAPPDATA%: this user's alone, and not roaming
    if (sid.isEmpty() || !::ProcessIdToSessionId(::GetCurrentProcessId(), &session) || !QDir().mkpath(folder))
        return tl::make_unexpected(
            Error{.kind = ErrorKind::WindowNotStarted, .step = Step::InstanceChannel, .detail = folder});
    const QString base = folder + u"/session-"_s + QString::number(session);
    return InstanceChannel{u"hekim-asistani-%1-%2"_s.arg(sid).arg(session),
                           base + u".lock"_s,
                           base + u".launch"_s,
                           base + u".start"_s,
                           {}};
}

bool peerIsThisUser(const QLocalSocket& socket)
{
    // The owner of the pipe is the user who created its name first: on the launcher's side that is the
    // question. The window's side has created it itself, and UserAccessOption lets no other user in.
    PSID owner = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (::GetSecurityInfo(reinterpret_cast<HANDLE>(socket.socketDescriptor()), SE_KERNEL_OBJECT,
                          OWNER_SECURITY_INFORMATION, &owner, nullptr, nullptr, nullptr,
                          &descriptor) != ERROR_SUCCESS)
        return false;
    const std::unique_ptr<void, LocalMemory> owned(descriptor);
    // An elevated process gives what it creates to its token's owner, the administrators' group.
    const QByteArray user = tokenInformation(TokenUser);
    const QByteArray own = tokenInformation(TokenOwner);
    return (!user.isEmpty() &&
            ::EqualSid(owner, reinterpret_cast<const TOKEN_USER*>(user.constData())->User.Sid)) ||
           (!own.isEmpty() &&
            ::EqualSid(owner, reinterpret_cast<const TOKEN_OWNER*>(own.constData())->Owner));
}

void allowForeground(const QLocalSocket& server)
{
    ULONG process = 0;
    if (::GetNamedPipeServerProcessId(reinterpret_cast<HANDLE>(server.socketDescriptor()), &process))
        ::AllowSetForegroundWindow(process);
}

void removeLeftover(const InstanceChannel&)
{
    // A pipe goes with the process that made it.
}

} // namespace hekim
