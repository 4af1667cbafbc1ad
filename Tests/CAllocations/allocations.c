#define _GNU_SOURCE
#include "allocations.h"
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <stddef.h>
#include <string.h>

static _Thread_local int counting;
static _Thread_local long count;

void allocations_begin(void) {
    count = 0;
    counting = 1;
}

long allocations_end(void) {
    counting = 0;
    return count;
}

static int is_openblas(const void *caller) {
    Dl_info library;
    return dladdr(caller, &library) && library.dli_fname && strstr(library.dli_fname, "openblas");
}

#if defined(__has_feature) && __has_feature(address_sanitizer)
/* The sanitizer's malloc calls this. */
void __sanitizer_malloc_hook(const volatile void *memory, size_t size) {
    (void)memory;
    (void)size;
    if (!counting) return;
    /* What walking the stack asks for is not counted. */
    counting = 0;
    void *callers[16];
    int depth = backtrace(callers, 16), isOpenBLAS = 0;
    for (int i = 0; i < depth; i++) isOpenBLAS |= is_openblas(callers[i]);
    counting = 1;
    count += !isOpenBLAS;
}
#else
/* The test program's own malloc and its relatives: they count and call glibc's. */
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static void note(const void *caller) {
    if (counting && !is_openblas(caller)) count += 1;
}

void *malloc(size_t size) {
    note(__builtin_return_address(0));
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
    note(__builtin_return_address(0));
    return __libc_calloc(number, size);
}

void *realloc(void *old, size_t size) {
    note(__builtin_return_address(0));
    return __libc_realloc(old, size);
}

int posix_memalign(void **result, size_t alignment, size_t size) {
    note(__builtin_return_address(0));
    *result = __libc_memalign(alignment, size);
    return *result || size == 0 ? 0 : ENOMEM;
}
#endif
