// Unpacks the image, where FUSE cannot be had or where it is asked for.

#define _GNU_SOURCE
#include "image.h"

#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <ftw.h>
#include <squashfuse/squashfuse.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

// libsquashfuse refers to every decompressor that it was configured with. The image is made with zstd alone,
// so the others refuse here; that leaves liblzo2 (GPL) out.
int lzo1x_decompress_safe(const unsigned char* in, size_t n, unsigned char* out, size_t* size, void* memory)
{
    (void)in, (void)n, (void)out, (void)size, (void)memory;
    return -1;
}

int LZ4_decompress_safe(const char* in, char* out, int n, int size)
{
    (void)in, (void)out, (void)n, (void)size;
    return -1;
}

int lzma_stream_buffer_decode(void* limit, unsigned flags, void* allocator, const void* in, void* at,
                              size_t n, void* out, void* outAt, size_t size)
{
    (void)limit, (void)flags, (void)allocator, (void)in, (void)at, (void)n, (void)out, (void)outAt,
        (void)size;
    return 11; // LZMA_PROG_ERROR
}

int uncompress(unsigned char* out, unsigned long* size, const unsigned char* in, unsigned long n)
{
    (void)out, (void)size, (void)in, (void)n;
    return -2; // Z_STREAM_ERROR
}

static int removeOne(const char* path, const struct stat* status, int type, struct FTW* at)
{
    (void)status, (void)type, (void)at;
    remove(path);
    return 0; // the rest goes all the same
}

void removeTree(const char* path)
{
    nftw(path, removeOne, 32, FTW_DEPTH | FTW_PHYS);
}

static int makeParents(char* path)
{
    for (char* p = path + 1; *p; ++p) {
        if (*p != '/')
            continue;
        *p = 0;
        const int made = mkdir(path, 0755);
        *p = '/';
        if (made && errno != EEXIST)
            return -1;
    }
    return 0;
}

static int unpackFile(sqfs* fs, sqfs_inode* inode, const char* to)
{
    static char buffer[1 << 20];
    unlink(to);
    const int file = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return -1;
    int bad = 0;
    for (uint64_t at = 0; !bad && at < inode->xtra.reg.file_size;) {
        sqfs_off_t size = sizeof buffer;
        if (sqfs_read_range(fs, inode, (sqfs_off_t)at, &size, buffer) != SQFS_OK || size <= 0) {
            errno = EIO;
            bad = -1;
            break;
        }
        at += (uint64_t)size;
        for (const char* p = buffer; size > 0;) {
            const ssize_t written = write(file, p, (size_t)size);
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0) {
                bad = -1;
                break;
            }
            p += written;
            size -= written;
        }
    }
    if (!bad)
        bad = fchmod(file, inode->base.mode & 0755);
    close(file);
    return bad;
}

static int unpackLink(sqfs* fs, sqfs_inode* inode, const char* to)
{
    char target[PATH_MAX];
    size_t size = sizeof target;
    if (sqfs_readlink(fs, inode, target, &size) != SQFS_OK) {
        errno = EIO;
        return -1;
    }
    unlink(to);
    return symlink(target, to);
}

static int unpackOne(sqfs* fs, sqfs_inode* inode, char* to)
{
    if (makeParents(to))
        return -1;
    switch (inode->base.mode & S_IFMT) {
    case S_IFDIR:
        return mkdir(to, 0755) && errno != EEXIST ? -1 : 0;
    case S_IFLNK:
        return unpackLink(fs, inode, to);
    case S_IFREG:
        return unpackFile(fs, inode, to);
    default:
        return 0; // the image holds nothing else
    }
}

int unpack(const char* folder, const char* pattern, int names)
{
    sqfs fs;
    sqfs_traverse walk;
    sqfs_err error = SQFS_OK;
    errno = EIO;
    if (sqfs_open_image(&fs, image, (size_t)payload) != SQFS_OK ||
        sqfs_traverse_open(&walk, &fs, sqfs_inode_root(&fs)) != SQFS_OK)
        return complain("the image");
    if (mkdir(folder, 0755) && errno != EEXIST)
        return complain(folder);
    int code = 0;
    while (!code && sqfs_traverse_next(&walk, &error)) {
        if (walk.dir_end || !walk.path || !*walk.path)
            continue;
        if (pattern && fnmatch(pattern, walk.path, FNM_LEADING_DIR))
            continue;
        char to[PATH_MAX];
        sqfs_inode inode;
        errno = ENAMETOOLONG;
        if (snprintf(to, sizeof to, "%s/%s", folder, walk.path) >= (int)sizeof to)
            code = complain(walk.path);
        else if (errno = EIO,
                 sqfs_inode_get(&fs, &inode, walk.entry.inode) != SQFS_OK || unpackOne(&fs, &inode, to))
            code = complain(to);
        else if (names)
            puts(to);
    }
    if (!code && error != SQFS_OK) {
        errno = EIO;
        code = complain("the image");
    }
    sqfs_traverse_close(&walk);
    sqfs_destroy(&fs);
    sqfs_fd_close(fs.fd);
    return code;
}
