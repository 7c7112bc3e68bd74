// Whatever stands in a line of the audit trail: what is read is exactly what stands there, and a line whose
// hash is right is read or refused, never half taken.
#include "audit/auditline.h"

#include <QCryptographicHash>

#include <cstdlib>

using namespace hekim;

namespace {

void check(const QByteArray& text)
{
    const auto line = AuditLine::read(text);
    if (!line)
        return;
    if (line->text() != text || line->number < 1 || line->prev.size() != 64 || line->hash.size() != 64)
        std::abort();
    if (!text.startsWith(line->sealed) || (!line->seal.isEmpty() && line->seal.size() != 64))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    check(text);
    // Chance finds no hash: here it is, so that what is behind it is tried too.
    const qsizetype begin = text.lastIndexOf("\",\"hash\":\"");
    const QByteArray body = begin < 0 ? text : text.first(begin);
    check(body + "\",\"hash\":\"" + QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex() +
          "\"}");
    return 0;
}
