#include "web/programfinder.h"

#include <array>

// clang-format off
#include <windows.h>
#include <shlwapi.h>
// clang-format on

namespace hekim {

namespace {

QString associated(ASSOCSTR what, const QString& scheme)
{
    std::array<wchar_t, 1024> text{};
    DWORD size = static_cast<DWORD>(text.size());
    const HRESULT done =
        AssocQueryStringW(ASSOCF_IS_PROTOCOL, what, qUtf16Printable(scheme), nullptr, text.data(), &size);
    return done == S_OK ? QString::fromWCharArray(text.data()) : QString();
}

} // namespace

void ProgramFinder::find(const QUrl& url)
{
    const QString executable = associated(ASSOCSTR_EXECUTABLE, url.scheme());
    if (executable.isEmpty())
        emit missing(url.scheme());
    else
        emit found(url, {executable, associated(ASSOCSTR_FRIENDLYAPPNAME, url.scheme())});
}

} // namespace hekim
