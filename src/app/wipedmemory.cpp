// Memory that is given back is overwritten (rules P4, S1). The engine keeps the addresses of its pages, and
// Qt the requests it sent, in many short-lived blocks: after a log-out some 50 copies of a patient's number,
// of tokens and of the institution's password stood in freed memory of the window, to be found in a
// hibernation file or by a user who can read this process. Qt builds the engine with the system's allocator,
// so that the program's own free() is the engine's as well. glibc's M_PERTURB does not reach blocks in a
// thread's cache.

#include <cstdlib>

#if defined(__SANITIZE_ADDRESS__)
#define HEKIM_OTHER_ALLOCATOR
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HEKIM_OTHER_ALLOCATOR
#endif
#endif

#if defined(__GLIBC__) && !defined(HEKIM_OTHER_ALLOCATOR)

#include <cstring>

#include <malloc.h>

// glibc's own names of its functions, for those who put something before them (Chromium's shim calls them
// too).
extern "C" void* __libc_malloc(size_t size);               // NOLINT(bugprone-reserved-identifier)
extern "C" void* __libc_realloc(void* block, size_t size); // NOLINT(bugprone-reserved-identifier)
extern "C" void __libc_free(void* block);                  // NOLINT(bugprone-reserved-identifier)

namespace {

/// Larger blocks are always mappings of their own (glibc's highest threshold) and leave the process when
/// freed.
constexpr size_t alwaysMapped = size_t{32} * 1024 * 1024;
/// From here on glibc moves a block by its pages, without a copy.
constexpr size_t movedByPages = size_t{128} * 1024;

} // namespace

extern "C" void free(void* block) noexcept
{
    if (!block)
        return;
    if (const size_t size = ::malloc_usable_size(block); size < alwaysMapped)
        ::explicit_bzero(block, size); // the compiler knows free() and would leave out a plain memset()
    __libc_free(block);
}

extern "C" void* realloc(void* block, size_t size) noexcept
{
    if (!block)
        return __libc_malloc(size);
    if (size == 0) {
        free(block);
        return nullptr;
    }
    const size_t former = ::malloc_usable_size(block);
    if (size <= former) {
        ::explicit_bzero(static_cast<char*>(block) + size, former - size);
        return __libc_realloc(block, size);
    }
    if (former >= movedByPages)
        return __libc_realloc(block, size);
    void* larger = __libc_malloc(size);
    if (!larger)
        return nullptr;
    std::memcpy(larger, block, former);
    free(block);
    return larger;
}

#endif
