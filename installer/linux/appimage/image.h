#pragma once

#include <limits.h>
#include <sys/types.h>

enum { failed = 127 }; // what a shell answers for a program that cannot be run

extern char image[PATH_MAX]; // the AppImage's own file
extern off_t payload;        // where the file system begins in it

/// One line on standard error, with what errno says; answers `failed`.
int complain(const char* what);

/// What matches the pattern (all without one) into a folder, each name printed where that is asked for; 0, or
/// `failed` after a line on standard error.
int unpack(const char* folder, const char* pattern, int names);
void removeTree(const char* path);

/// FUSE's device with `folder` mounted: directly as root, else through its set-uid helper; -1 where FUSE
/// cannot be had.
int mountDevice(const char* folder);
/// Takes the mount away, now or when its last user lets go, and the folder with it.
void unmount(const char* folder);
/// Answers the kernel's questions until the last user of the image is gone (`alive` hangs up). Says so on
/// `ready` when it has begun, and closes it. What a start needs of the image, mounted at `folder`, is read
/// ahead.
void serve(const char* folder, int device, int alive, int ready);
