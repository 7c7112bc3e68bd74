// Makes the image a read-only folder through FUSE.

#define _GNU_SOURCE
#include "image.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <squashfuse/ll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define startFiles "usr/share/hekim-asistani/start-files"

enum { keptBlocks = 256 }; // 32 MiB at most, given back with the image

/// The descriptor that fusermount3 sends back over a socket once it has mounted; -1.
static int fromHelper(const char* helper, const char* folder)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
        return -1;
    const pid_t process = fork();
    if (process == 0) {
        char number[16];
        const int ours = dup(ends[0]); // the copy is not closed at exec
        snprintf(number, sizeof number, "%d", ours);
        setenv("_FUSE_COMMFD", number, 1);
        const int nowhere = open("/dev/null", O_WRONLY);
        if (nowhere >= 0)
            dup2(nowhere, STDERR_FILENO); // failing is no news: the image is unpacked then
        execlp(helper, helper, "-o", "ro,nosuid,nodev,subtype=appimage,fsname=hekim-asistani", "--", folder,
               (char*)NULL);
        _exit(failed);
    }
    close(ends[0]);
    char byte;
    struct iovec part = {&byte, 1};
    union {
        char bytes[CMSG_SPACE(sizeof(int))];
        struct cmsghdr align;
    } control;
    struct msghdr message = {.msg_iov = &part,
                             .msg_iovlen = 1,
                             .msg_control = control.bytes,
                             .msg_controllen = sizeof control.bytes};
    int device = -1;
    ssize_t got;
    while ((got = recvmsg(ends[1], &message, MSG_CMSG_CLOEXEC)) < 0 && errno == EINTR)
        ;
    const struct cmsghdr* head = got > 0 ? CMSG_FIRSTHDR(&message) : NULL;
    if (head && head->cmsg_type == SCM_RIGHTS)
        memcpy(&device, CMSG_DATA(head), sizeof device);
    close(ends[1]);
    while (process > 0 && waitpid(process, NULL, 0) < 0 && errno == EINTR)
        ;
    return device;
}

int mountDevice(const char* folder)
{
    if (geteuid() == 0) {
        const int device = open("/dev/fuse", O_RDWR | O_CLOEXEC);
        if (device < 0)
            return -1;
        char options[128];
        snprintf(options, sizeof options, "fd=%d,rootmode=40000,user_id=0,group_id=%u,allow_other", device,
                 getegid());
        if (mount("hekim-asistani", folder, "fuse.appimage", MS_RDONLY | MS_NOSUID | MS_NODEV, options) == 0)
            return device;
        close(device);
        return -1;
    }
    if (access("/dev/fuse", R_OK | W_OK))
        return -1;
    const int device = fromHelper("fusermount3", folder);
    return device >= 0 ? device : fromHelper("fusermount", folder); // FUSE 2
}

void unmount(const char* folder)
{
    if (umount2(folder, MNT_DETACH) && geteuid() != 0) {
        const pid_t process = fork();
        if (process == 0) {
            execlp("fusermount3", "fusermount3", "-u", "-z", "-q", "--", folder, (char*)NULL);
            execlp("fusermount", "fusermount", "-u", "-z", "-q", "--", folder, (char*)NULL);
            _exit(failed);
        }
        while (process > 0 && waitpid(process, NULL, 0) < 0 && errno == EINTR)
            ;
    }
    rmdir(folder);
}

/// Reads what every start reads, in that order, so that the kernel has it when the program asks: unpacking it
/// takes half as long as the start itself, and a second processor has nothing to do meanwhile. Piece by
/// piece: asked for all of it at once (posix_fadvise), the kernel puts what the program waits for behind the
/// rest.
static void readAhead(const char* folder)
{
    static char piece[128 * 1024];
    if (chdir(folder))
        return;
    FILE* list = fopen(startFiles, "re");
    char name[PATH_MAX];
    while (list && fgets(name, sizeof name, list)) {
        name[strcspn(name, "\n")] = 0;
        const int file = open(name, O_RDONLY | O_CLOEXEC);
        if (file < 0)
            continue;
        while (read(file, piece, sizeof piece) > 0)
            ;
        close(file);
    }
}

void serve(const char* folder, int device, int alive, int ready)
{
    static const struct fuse_lowlevel_ops operations = {
        .getattr = sqfs_ll_op_getattr,
        .opendir = sqfs_ll_op_opendir,
        .releasedir = sqfs_ll_op_releasedir,
        .readdir = sqfs_ll_op_readdir,
        .lookup = sqfs_ll_op_lookup,
        .open = sqfs_ll_op_open,
        .create = sqfs_ll_op_create,
        .release = sqfs_ll_op_release,
        .read = sqfs_ll_op_read,
        .readlink = sqfs_ll_op_readlink,
        .listxattr = sqfs_ll_op_listxattr,
        .getxattr = sqfs_ll_op_getxattr,
        .forget = sqfs_ll_op_forget,
        .statfs = stfs_ll_op_statfs,
    };
    sqfs_ll ll;
    memset(&ll, 0, sizeof ll);
    if (sqfs_open_image(&ll.fs, image, (size_t)payload) != SQFS_OK || sqfs_ll_init(&ll) != SQFS_OK)
        return;
    // squashfuse keeps one block of 128 KiB. A program's pages are asked for in windows that lie across two,
    // here and there in turn: each would be unpacked many times over.
    sqfs_cache_destroy(&ll.fs.data_cache);
    if (sqfs_block_cache_init(&ll.fs.data_cache, keptBlocks) != SQFS_OK)
        return;
    char* arguments[] = {"appimage", NULL};
    struct fuse_args options = FUSE_ARGS_INIT(1, arguments);
    char name[32];
    snprintf(name, sizeof name, "/dev/fd/%d", device);
    struct fuse_session* session = fuse_session_new(&options, &operations, sizeof operations, &ll);
    if (!session || fuse_session_mount(session, name))
        return;
    if (write(ready, "R", 1) != 1)
        return;
    close(ready);
    signal(SIGCHLD, SIG_IGN);
    if (fork() == 0) {
        readAhead(folder);
        _exit(0);
    }

    struct fuse_buf question;
    memset(&question, 0, sizeof question);
    struct pollfd events[] = {{fuse_session_fd(session), POLLIN, 0}, {alive, POLLIN, 0}};
    while (!fuse_session_exited(session)) {
        if (poll(events, 2, -1) < 0) {
            if (errno == EINTR)
                continue;
            break;
        }
        if (events[0].revents & (POLLHUP | POLLERR | POLLNVAL) || events[1].revents & (POLLHUP | POLLERR))
            break;
        if (!(events[0].revents & POLLIN))
            continue;
        const int size = fuse_session_receive_buf(session, &question);
        if (size > 0)
            fuse_session_process_buf(session, &question);
        else if (size != -EINTR && size != -EAGAIN)
            break;
    }
}
