#include "services/http/contentcoding.h"

#include "core/text/redaction.h"

#include <zlib.h>

#include <memory>
#include <optional>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr int gzipOrZlib = MAX_WBITS + 32; ///< told by the first bytes
constexpr int raw = -MAX_WBITS;            ///< deflate without a frame, as some servers understand the word

/// One stream after another, to the end of the body or until there is more than `most`; nothing where it ends
/// early or is damaged.
std::optional<QByteArray> inflated(const QByteArray& body, int windowBits, qsizetype most)
{
    z_stream stream{};
    if (inflateInit2(&stream, windowBits) != Z_OK)
        return std::nullopt;
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> end(&stream, inflateEnd);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.constData()));
    stream.avail_in = static_cast<uInt>(body.size());
    QByteArray unpacked;
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    while (unpacked.size() <= most) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        const int result = inflate(&stream, Z_NO_FLUSH);
        if (result != Z_OK && result != Z_STREAM_END)
            return std::nullopt;
        unpacked.append(piece.constData(), piece.size() - stream.avail_out);
        const bool another = stream.avail_in > 1 && stream.next_in[0] == 0x1f && stream.next_in[1] == 0x8b;
        if (result == Z_STREAM_END && (!another || inflateReset(&stream) != Z_OK))
            break;
    }
    return unpacked;
}

} // namespace

tl::expected<QByteArray, QString> unpackedBody(const QByteArray& body, const QByteArray& contentEncoding,
                                               qsizetype most)
{
    const QByteArray coding = contentEncoding.trimmed().toLower();
    const bool isDeflate = coding == "deflate";
    std::optional<QByteArray> unpacked;
    if (body.startsWith("\x1f\x8b") || (isDeflate && !body.isEmpty())) {
        unpacked = inflated(body, gzipOrZlib, most);
        if (!unpacked && isDeflate)
            unpacked = inflated(body, raw, most);
        if (!unpacked)
            return tl::make_unexpected(u"the reply cannot be unpacked"_s);
    } else if (body.isEmpty() || coding.isEmpty() || coding == "identity" || coding == "gzip" ||
               coding == "x-gzip") {
        unpacked = body; // a proxy in between may have unpacked it without saying so
    } else {
        return tl::make_unexpected(u"the reply is packed in a way that was not asked for (%1)"_s.arg(
            redacted(QString::fromLatin1(coding.left(40)))));
    }
    if (unpacked->size() > most)
        return tl::make_unexpected(u"the reply is larger than %1 bytes"_s.arg(most));
    return *std::move(unpacked);
}

} // namespace hekim
