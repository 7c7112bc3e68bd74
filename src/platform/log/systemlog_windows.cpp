#include "platform/log/systemlog.h"

#include <QString>

#include <qt_windows.h>

namespace hekim {

void writeToSystemLog(const QByteArray& line)
{
    HANDLE source = RegisterEventSourceW(nullptr, L"Hekim Asistani");
    if (!source)
        return;
    const std::wstring text = QString::fromUtf8(line).toStdWString();
    const wchar_t* texts[] = {text.c_str()};
    ReportEventW(source, EVENTLOG_INFORMATION_TYPE, 0, 1, nullptr, 1, 0, texts, nullptr);
    DeregisterEventSource(source);
}

} // namespace hekim
