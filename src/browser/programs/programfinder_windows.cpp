#include "browser/programs/programfinder.h"

#include <QFileInfo>

#include <array>

// clang-format off
#include <windows.h>
#include <shlwapi.h>
// clang-format on

namespace hekim {

namespace {

QString associated(ASSOCSTR what, const QUrl& url)
{
    std::array<wchar_t, 1024> text{};
    DWORD size = static_cast<DWORD>(text.size());
    const bool file = url.isLocalFile();
    const QString key = file ? QStringLiteral(".") + QFileInfo(url.toLocalFile()).suffix() : url.scheme();
    const HRESULT done = AssocQueryStringW(file ? ASSOCF_NONE : ASSOCF_IS_PROTOCOL, what,
                                           qUtf16Printable(key), nullptr, text.data(), &size);
    return done == S_OK ? QString::fromWCharArray(text.data()) : QString();
}

} // namespace

void ProgramFinder::find(const QUrl& url)
{
    const QString executable = associated(ASSOCSTR_EXECUTABLE, url);
    if (executable.isEmpty())
        emit missing(url.scheme());
    else
        emit found(url, {executable, associated(ASSOCSTR_FRIENDLYAPPNAME, url)});
}

} // namespace hekim
