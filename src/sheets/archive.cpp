#include "sheets/archive.h"

#include <minizip/unzip.h>
#include <minizip/zip.h>

#include <QSet>

#include <algorithm>
#include <array>

namespace hekim {

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

bool pack(zipFile archive, const QByteArray& name, const QByteArray& content, int method, int level)
{
    const zip_fileinfo info{};
    return zipOpenNewFileInZip(archive, name.constData(), &info, nullptr, 0, nullptr, 0, nullptr, method,
                               level) == ZIP_OK &&
           zipWriteInFileInZip(archive, content.constData(), static_cast<unsigned>(content.size())) ==
               ZIP_OK &&
           zipCloseFileInZip(archive) == ZIP_OK;
}

tl::expected<void, TableFault> repack(unzFile from, zipFile to)
{
    qint64 left = largestUnpacked;
    QSet<QByteArray> names;
    int state = unzGoToFirstFile(from);
    for (int entry = 0; state == UNZ_OK && entry < mostEntries; ++entry, state = unzGoToNextFile(from)) {
        unz_file_info64 info{};
        QByteArray name(longestName + 1, '\0');
        if (unzGetCurrentFileInfo64(from, &info, name.data(), longestName, nullptr, 0, nullptr, 0) != UNZ_OK)
            return tl::make_unexpected(TableFault::Damaged);
        name.truncate(static_cast<qsizetype>(qstrnlen(name.constData(), longestName)));
        if (name.isEmpty() || name.endsWith('/') || names.contains(name))
            continue;
        const auto content = unpacked(from, left);
        if (!content)
            return tl::make_unexpected(content.error());
        left -= content->size();
        names.insert(name);
        if (!pack(to, name, *content, 0, 0)) // stored: it is read again at once
            return tl::make_unexpected(TableFault::Damaged);
    }
    if (state != UNZ_END_OF_LIST_OF_FILE)
        return tl::make_unexpected(TableFault::Damaged);
    return {};
}

} // namespace

tl::expected<QByteArray, TableFault> repacked(const QByteArray& archive)
{
    Bytes source{archive};
    Bytes target;
    zlib_filefunc64_def reading = inMemory(source);
    zlib_filefunc64_def writing = inMemory(target);
    unzFile from = unzOpen2_64("content", &reading);
    if (!from)
        return tl::make_unexpected(TableFault::Damaged);
    zipFile to = zipOpen2_64("content", APPEND_STATUS_CREATE, nullptr, &writing);
    const auto done = to ? repack(from, to) : tl::make_unexpected(TableFault::Damaged);
    if (to)
        zipClose(to, nullptr);
    unzClose(from);
    if (!done)
        return tl::make_unexpected(done.error());
    return target.content;
}

QByteArray zipped(const QList<std::pair<QString, QByteArray>>& files)
{
    Bytes target;
    zlib_filefunc64_def writing = inMemory(target);
    zipFile to = zipOpen2_64("content", APPEND_STATUS_CREATE, nullptr, &writing);
    if (!to)
        return {};
    bool done = true;
    for (const auto& [name, content] : files)
        done = done && pack(to, name.toLatin1(), content, Z_DEFLATED, Z_DEFAULT_COMPRESSION);
    done = zipClose(to, nullptr) == ZIP_OK && done;
    return done ? target.content : QByteArray();
}

} // namespace hekim
