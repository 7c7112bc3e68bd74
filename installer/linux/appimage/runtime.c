// The first bytes of the AppImage: a small static program (type 2 of the AppImage specification) that makes
// the image behind it readable and becomes AppRun out of it. It mounts the image through FUSE; where that
// cannot be had, it unpacks it into a folder of this user.
//
// Whoever starts it waits for AppRun alone, since it becomes AppRun: exit code and output are AppRun's own. A
// keeper in the background serves the mount, or removes what was unpacked, when the last process that runs
// out of the image has ended: each of them holds the write end of a pipe (HEKIM_APPIMAGE_ALIVE names it), so
// the window keeps the image that the launcher came from long after the launcher has gone.
//
// cc -O2 -static -o runtime runtime.c unpack.c mount.c -lsquashfuse_ll -lsquashfuse -lfuse3 -lzstd -lpthread
// Libraries: squashfuse (BSD), libfuse3 (LGPL-2.1), libzstd (BSD).

#define _GNU_SOURCE
#include "image.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

char image[PATH_MAX];
off_t payload;

int complain(const char* what)
{
    fprintf(stderr, "AppImage: %s: %s\n", what, strerror(errno));
    return failed;
}

/// The end of this ELF file's own content: the file system begins there.
static int findPayload(void)
{
    Elf64_Ehdr header;
    const int file = open(image, O_RDONLY | O_CLOEXEC);
    if (file < 0 || pread(file, &header, sizeof header, 0) != (ssize_t)sizeof header)
        return complain(image);
    payload = (off_t)header.e_shoff + (off_t)header.e_shentsize * header.e_shnum;
    for (unsigned i = 0; i < header.e_shnum; ++i) {
        Elf64_Shdr section;
        const off_t at = (off_t)header.e_shoff + (off_t)i * header.e_shentsize;
        if (pread(file, &section, sizeof section, at) != (ssize_t)sizeof section)
            return complain("section header");
        const off_t end = (off_t)(section.sh_offset + section.sh_size);
        if (section.sh_type != SHT_NOBITS && end > payload)
            payload = end;
    }
    close(file);
    return 0;
}

static const char* temporaryFolder(void)
{
    const char* folder = getenv("TMPDIR");
    return folder && *folder == '/' ? folder : "/tmp";
}

/// One call for each gap: there may be a million descriptors to close one by one. (Linux 5.9; where it is
/// missing, they are tried up to where programs usually have them.)
static void closeAllBut(const int* ours, int count)
{
    int from = 3;
    for (;;) {
        int next = INT_MAX;
        for (int i = 0; i < count; ++i) {
            if (ours[i] >= from && ours[i] < next)
                next = ours[i];
        }
        if (next > from && close_range((unsigned)from, (unsigned)next - 1, 0) && errno == ENOSYS) {
            for (int file = from; file < next && file < 65536; ++file)
                close(file);
        }
        if (next == INT_MAX)
            return;
        from = next + 1;
    }
}

/// Lets go of all that belongs to the caller: its terminal and session, its folder, and every descriptor but
/// ours, so that nobody who reads the program's output to its end waits for us.
static void becomeKeeper(const int* ours, int count)
{
    setsid();
    if (chdir("/"))
        _exit(failed);
    signal(SIGINT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGTERM, SIG_IGN); // at the session's end the window goes first, and we with it
    const int nowhere = open("/dev/null", O_RDWR);
    for (int standard = 0; standard <= 2; ++standard)
        dup2(nowhere, standard);
    closeAllBut(ours, count);
}

/// The write end that this process and those it starts hold, so that the keeper knows of them; -1.
static int startKeeper(const char* folder, int device)
{
    int alive[2];
    int ready[2];
    if (pipe2(alive, O_CLOEXEC) || pipe2(ready, O_CLOEXEC))
        return -1;
    const pid_t process = fork();
    if (process < 0)
        return -1;
    if (process == 0) {
        if (fork() != 0)
            _exit(0); // the keeper is nobody's child whom AppRun would have to wait for
        const int ours[] = {alive[0], ready[1], device};
        becomeKeeper(ours, device >= 0 ? 3 : 2);
        if (device >= 0) {
            serve(folder, device, alive[0], ready[1]);
            close(device);
            unmount(folder);
        } else {
            char byte;
            if (write(ready[1], "R", 1) == 1)
                close(ready[1]);
            while (read(alive[0], &byte, 1) < 0 && errno == EINTR)
                ;
            removeTree(folder);
        }
        _exit(0);
    }
    close(alive[0]);
    close(ready[1]);
    while (waitpid(process, NULL, 0) < 0 && errno == EINTR)
        ;
    char byte;
    const ssize_t told = read(ready[0], &byte, 1);
    close(ready[0]);
    if (told == 1 && fcntl(alive[1], F_SETFD, 0) == 0)
        return alive[1];
    close(alive[1]);
    return -1;
}

/// Mounts the image at a new folder; the keeper's descriptor, or -1 where FUSE cannot be had.
static int mountImage(char* folder, size_t size)
{
    snprintf(folder, size, "%s/.mount_hekimXXXXXX", temporaryFolder());
    if (!mkdtemp(folder))
        return -1;
    const int device = mountDevice(folder);
    if (device < 0) {
        rmdir(folder);
        return -1;
    }
    const int alive = startKeeper(folder, device);
    close(device);
    if (alive < 0)
        unmount(folder);
    return alive;
}

static int unpackImage(char* folder, size_t size)
{
    snprintf(folder, size, "%s/appimage_extracted_XXXXXX", temporaryFolder());
    if (!mkdtemp(folder)) {
        complain(folder);
        return -1;
    }
    // The keeper first: whatever ends us while we unpack (a full disk's signal, a user's), it takes the
    // folder away.
    const int alive = startKeeper(folder, -1);
    if (alive < 0)
        removeTree(folder);
    if (alive < 0 || unpack(folder, NULL, 0) == 0)
        return alive;
    close(alive);
    return -1;
}

static int become(const char* folder, int alive, char** arguments)
{
    char program[PATH_MAX + 8];
    char number[16];
    char here[PATH_MAX];
    snprintf(program, sizeof program, "%s/AppRun", folder);
    snprintf(number, sizeof number, "%d", alive);
    setenv("HEKIM_APPIMAGE_ALIVE", number, 1);
    setenv("APPDIR", folder, 1);
    setenv("APPIMAGE", image, 1);
    setenv("ARGV0", arguments[0], 1);
    if (getcwd(here, sizeof here))
        setenv("OWD", here, 1);
    execv(program, arguments);
    return complain(program);
}

static int usage(FILE* to, int code)
{
    fputs("AppImage options:\n"
          "  --appimage-extract [PATTERN]  unpack into ./squashfs-root\n"
          "  --appimage-extract-and-run    unpack into a temporary folder and run\n"
          "  --appimage-mount              mount, print the folder, wait for Ctrl+C\n"
          "  --appimage-offset             print where the file system begins\n"
          "  --appimage-help               this text\n"
          "APPIMAGE_EXTRACT_AND_RUN=1 in the environment means --appimage-extract-and-run.\n",
          to);
    return code;
}

int main(int argc, char** argv)
{
    const ssize_t length = readlink("/proc/self/exe", image, sizeof image - 1);
    if (length < 0)
        return complain("/proc/self/exe");
    image[length] = 0;
    if (findPayload())
        return failed;

    char folder[PATH_MAX];
    const char* option = argc > 1 ? argv[1] : "";
    const char* asked = getenv("APPIMAGE_EXTRACT_AND_RUN");
    int unpacked = asked && *asked && strcmp(asked, "0") != 0;
    if (strcmp(option, "--appimage-help") == 0)
        return usage(stdout, 0);
    if (strcmp(option, "--appimage-offset") == 0)
        return printf("%lld\n", (long long)payload) < 0;
    if (strcmp(option, "--appimage-extract") == 0)
        return unpack("squashfs-root", argc > 2 ? argv[2] : NULL, 1);
    if (strcmp(option, "--appimage-mount") == 0) {
        if (mountImage(folder, sizeof folder) < 0)
            return complain("FUSE");
        puts(folder);
        fflush(stdout);
        return pause();
    }
    if (strcmp(option, "--appimage-extract-and-run") == 0) {
        unpacked = 1;
        argv[1] = argv[0];
        ++argv;
    } else if (strncmp(option, "--appimage-", 11) == 0) {
        return usage(stderr, 2);
    }

    int alive = unpacked ? -1 : mountImage(folder, sizeof folder);
    if (alive < 0)
        alive = unpackImage(folder, sizeof folder);
    return alive < 0 ? failed : become(folder, alive, argv);
}
