/* The libraries that draw and read prose, each loaded when one of its functions is first called: to load and relocate them takes
   much of a build that changes nothing, and workers of a cluster need none of them. */
#include "first_use.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

/* Each release of cmark-gfm is a library of its own name. Who draws only has no headers of it. */
#if __has_include(<cmark-gfm_version.h>)
#include <cmark-gfm_version.h>
#else
#define CMARK_GFM_VERSION_STRING ""
#endif

#define LIBRARY(name, file, package, headers)                                                                          \
    __attribute__((visibility("hidden"))) const first_use_library first_use_##name = {file, package, headers};

LIBRARY(cairo, "libcairo.so.2", "libcairo2", "libcairo2-dev")
LIBRARY(fontconfig, "libfontconfig.so.1", "libfontconfig1", "libcairo2-dev")
LIBRARY(freetype, "libfreetype.so.6", "libfreetype6", "libcairo2-dev")
LIBRARY(harfbuzz, "libharfbuzz.so.0", "libharfbuzz0b", "libharfbuzz-dev")
LIBRARY(harfbuzz_subset, "libharfbuzz-subset.so.0", "libharfbuzz-subset0", "libharfbuzz-dev")
LIBRARY(fribidi, "libfribidi.so.0", "libfribidi0", "libfribidi-dev")
LIBRARY(
    cmark_gfm, "libcmark-gfm.so." CMARK_GFM_VERSION_STRING, "libcmark-gfm" CMARK_GFM_VERSION_STRING, "libcmark-gfm-dev")
LIBRARY(
    cmark_gfm_extensions, "libcmark-gfm-extensions.so." CMARK_GFM_VERSION_STRING,
    "libcmark-gfm-extensions" CMARK_GFM_VERSION_STRING, "libcmark-gfm-extensions-dev")

static pthread_mutex_t finding = PTHREAD_MUTEX_INITIALIZER;

__attribute__((visibility("hidden"))) void *first_use_find(first_use *function) {
    const first_use_library *its = function->library;
    /* So that threads that miss a library at once say so once. */
    pthread_mutex_lock(&finding);
    void *library = dlopen(its->file, RTLD_NOW | RTLD_LOCAL);
    void *address = library == NULL ? NULL : dlsym(library, function->name);
    if (library == NULL) {
        fprintf(
            stderr, "error: %s. Install the Debian package %s, or %s to compile programs, too.\n", dlerror(),
            its->package, its->headers);
        _Exit(EXIT_FAILURE);
    }
    if (address == NULL) {
        fprintf(stderr, "error: %s. Another version of %s than Debian's is installed.\n", dlerror(), its->package);
        _Exit(EXIT_FAILURE);
    }
    pthread_mutex_unlock(&finding);
    atomic_store_explicit(&function->address, address, memory_order_release);
    return address;
}
