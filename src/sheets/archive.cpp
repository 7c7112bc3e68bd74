#include "sheets/archive.h"

#include <minizip/unzip.h>
#include <minizip/zip.h>

#include <algorithm>
#include <array>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostEntries = 1000;
constexpr uLong longestName = 512;

/// What minizip reads from and writes to, in memory.
struct Bytes
{
    QByteArray content;
    qint64 position = 0;
};

Bytes& bytesOf(voidpf opaque)
{
    return *static_cast<Bytes*>(opaque);
}

zlib_filefunc64_def inMemory(Bytes& bytes)
{
    zlib_filefunc64_def functions{};
    functions.opaque = &bytes;
    functions.zopen64_file = [](voidpf opaque, const void*, int) -> voidpf { return opaque; };
    functions.zread_file = [](voidpf opaque, voidpf, void* buffer, uLong size) -> uLong {
        Bytes& from = bytesOf(opaque);
        const qint64 count =
            std::clamp<qint64>(from.content.size() - from.position, 0, static_cast<qint64>(size));
        std::copy_n(from.content.constData() + from.position, count, static_cast<char*>(buffer));
        from.position += count;
        return static_cast<uLong>(count);
    };
    functions.zwrite_file = [](voidpf opaque, voidpf, const void* buffer, uLong size) -> uLong {
        Bytes& to = bytesOf(opaque);
        to.content.resize(std::max<qint64>(to.content.size(), to.position + static_cast<qint64>(size)));
        std::copy_n(static_cast<const char*>(buffer), size, to.content.data() + to.position);
        to.position += static_cast<qint64>(size);
        return size;
    };
    functions.ztell64_file = [](voidpf opaque, voidpf) -> ZPOS64_T {
        return static_cast<ZPOS64_T>(bytesOf(opaque).position);
    };
    functions.zseek64_file = [](voidpf opaque, voidpf, ZPOS64_T offset, int origin) -> long {
        Bytes& in = bytesOf(opaque);
        const qint64 base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                            : origin == ZLIB_FILEFUNC_SEEK_CUR ? in.position
                                                               : in.content.size();
        if (offset > static_cast<ZPOS64_T>(in.content.size() - base))
            return -1;
        in.position = base + static_cast<qint64>(offset);
        return 0;
    };
    functions.zclose_file = [](voidpf, voidpf) -> int { return 0; };
    functions.zerror_file = [](voidpf, voidpf) -> int { return 0; };
    return functions;
}

// The entry at which the archive stands, at most `limit` bytes of it, whatever it says of itself.
tl::expected<QByteArray, TableFault> unpacked(unzFile archive, qint64 limit)
{
    if (unzOpenCurrentFile(archive) != UNZ_OK)
        return tl::make_unexpected(TableFault::Damaged);
    QByteArray content;
    std::array<char, 64 * 1024> buffer{};
    int count = 0;
    while ((count = unzReadCurrentFile(archive, buffer.data(), buffer.size())) > 0 && content.size() <= limit)
        content.append(buffer.data(), count);
    const int closed = unzCloseCurrentFile(archive); // tells a wrong checksum
    if (content.size() > limit)
        return tl::make_unexpected(TableFault::TooLarge);
    if (count < 0 || closed != UNZ_OK)
        return tl::make_unexpected(TableFault::Damaged);
    return content;
}

tl::expected<XmlParts, TableFault> unpackXml(unzFile archive)
{
    constexpr uLong encrypted = 1; // a bit of an entry's flags
    XmlParts parts;
    qint64 left = largestUnpacked;
    int state = unzGoToFirstFile(archive);
    for (int entry = 0; state == UNZ_OK && entry < mostEntries; ++entry, state = unzGoToNextFile(archive)) {
        unz_file_info64 info{};
        QByteArray bytes(longestName + 1, '\0');
        if (unzGetCurrentFileInfo64(archive, &info, bytes.data(), longestName, nullptr, 0, nullptr, 0) !=
            UNZ_OK)
            return tl::make_unexpected(TableFault::Damaged);
        const QString name = QString::fromUtf8(bytes.constData()).replace(u'\\', u'/').toLower();
        if (!(name.endsWith(u".xml"_s) || name.endsWith(u".rels"_s)) || parts.contains(name))
            continue;
        if ((info.flag & encrypted) != 0)
            return tl::make_unexpected(TableFault::Protected);
        const auto content = unpacked(archive, left);
        if (!content)
            return tl::make_unexpected(content.error());
        left -= content->size();
        parts.insert(name, *content);
    }
    if (state != UNZ_END_OF_LIST_OF_FILE)
        return tl::make_unexpected(TableFault::Damaged);
    return parts;
}

} // namespace

tl::expected<XmlParts, TableFault> xmlParts(const QByteArray& archive)
{
    Bytes source{archive};
    zlib_filefunc64_def reading = inMemory(source);
    unzFile from = unzOpen2_64("content", &reading);
    if (!from)
        return tl::make_unexpected(TableFault::Damaged);
    auto parts = unpackXml(from);
    unzClose(from);
    return parts;
}

QByteArray zipped(const QList<std::pair<QString, QByteArray>>& files)
{
    Bytes target;
    zlib_filefunc64_def writing = inMemory(target);
    zipFile to = zipOpen2_64("content", APPEND_STATUS_CREATE, nullptr, &writing);
    if (!to)
        return {};
    bool done = true;
    for (const auto& [name, content] : files) {
        const zip_fileinfo info{};
        done =
            done &&
            zipOpenNewFileInZip(to, name.toLatin1().constData(), &info, nullptr, 0, nullptr, 0, nullptr,
                                Z_DEFLATED, Z_DEFAULT_COMPRESSION) == ZIP_OK &&
            zipWriteInFileInZip(to, content.constData(), static_cast<unsigned>(content.size())) == ZIP_OK &&
            zipCloseFileInZip(to) == ZIP_OK;
    }
    done = zipClose(to, nullptr) == ZIP_OK && done;
    return done ? target.content : QByteArray();
}

} // namespace hekim
