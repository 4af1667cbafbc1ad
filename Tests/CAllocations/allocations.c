#include "allocations.h"
#include <stddef.h>

/* The test program's own malloc and its relatives: they count and call glibc's. */
static _Thread_local long count;

long allocations_of_this_thread(void) { return count; }

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

void *malloc(size_t size) {
    count += 1;
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
    count += 1;
    return __libc_calloc(number, size);
}

void *realloc(void *old, size_t size) {
    count += 1;
    return __libc_realloc(old, size);
}

int posix_memalign(void **result, size_t alignment, size_t size) {
    count += 1;
    *result = __libc_memalign(alignment, size);
    return *result || size == 0 ? 0 : 12; /* ENOMEM */
}
