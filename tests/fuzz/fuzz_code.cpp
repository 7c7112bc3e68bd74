// Whatever is typed, pasted or scanned: the code that comes out is always ten ASCII letters and digits.
#include "services/hes/hesinput.h"
#include "services/hes/heslist.h"

#include <cstdlib>

using namespace hekim;

namespace {

void check(const HesCode& code)
{
    const QString text = code.text();
    const auto same = HesCode::parse(text, {});
    if (text.size() != 10 || !same || !(*same == code))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const auto bytes =
        QByteArray::fromRawData(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const QString text = QString::fromUtf8(bytes);
    if (const auto code = readHesCode(text, {}))
        check(*code);
    for (const HesCode& code : findHesCodes(text))
        check(code);
    const HesList list = hesListOf(text);
    for (const HesList::Entry& entry : list.entries) {
        check(entry.code);
        if (entry.line < 1)
            std::abort();
    }
    return 0;
}
