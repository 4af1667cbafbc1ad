/* Loads OpenBLAS at its first use, with the kernel that was chosen. */
#include "kernel_choice.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char variable[] = "OPENBLAS_CORETYPE";

static pthread_once_t once = PTHREAD_ONCE_INIT;
static void *library;
static _Atomic(const char *) loaded;
static const char *refused;

/* A variable of the environment that is another one while OpenBLAS is loaded: other programs inherit what was there. */
typedef struct {
    const char *name;
    char *before;
} borrowed;

static borrowed borrow(const char *name, const char *value) {
    const char *given = getenv(name);
    borrowed it = {name, given == NULL ? NULL : strdup(given)};
    setenv(name, value, 1);
    return it;
}

static void give_back(borrowed it) {
    if (it.before == NULL) {
        unsetenv(it.name);
    } else {
        setenv(it.name, it.before, 1);
    }
    free(it.before);
}

/* OpenBLAS with a kernel, or with its own choice for NULL, and with one thread: with two it gives other last bits, and the
   second spins beside the program even where it is given no work. */
static void *open_with(const char *kernel) {
    borrowed threads = borrow("OPENBLAS_NUM_THREADS", "1");
    void *opened;
    if (kernel == NULL) {
        opened = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_GLOBAL);
    } else {
        borrowed core = borrow(variable, kernel);
        opened = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_GLOBAL);
        give_back(core);
    }
    give_back(threads);
    if (opened == NULL) {
        fprintf(stderr, "error: %s. Install the Debian packages libopenblas-dev and liblapacke-dev.\n", dlerror());
        _Exit(EXIT_FAILURE);
    }
    /* Another part of the program may have loaded it before. */
    void (*set_threads)(int) = (void (*)(int))dlsym(opened, "openblas_set_num_threads");
    if (set_threads != NULL) set_threads(1);
    return opened;
}

static const char *core(void *opened) {
    char *(*name)(void) = (char *(*)(void))dlsym(opened, "openblas_get_corename");
    return name == NULL ? "" : name();
}

static bool is_right(void *opened, const char *kernel) {
    return strcasecmp(core(opened), kernel) == 0 && blas_multiplies_rightly(opened);
}

static void load(void) {
    blas_kernel_chooser chooser;
    const char *kernel = blas_chosen_kernel(&chooser);
    if (chooser == blas_kernel_by_environment && kernel != NULL && !blas_can_run_kernel(kernel)) {
        fprintf(
            stderr, "error: %s names the kernel %s, which needs %s; this processor has no such instructions.\n",
            variable, kernel, blas_kernel_needs(kernel));
        _Exit(EXIT_FAILURE);
    }
    library = open_with(chooser == blas_kernel_by_environment ? NULL : kernel);
    if (chooser == blas_kernel_by_caller && !is_right(library, kernel)) {
        fprintf(
            stderr, "error: OpenBLAS's kernel %s is missing or multiplies wrongly on this processor. Choose another one.\n",
            kernel);
        _Exit(EXIT_FAILURE);
    }
    while (chooser == blas_kernel_by_processor && kernel != NULL && !is_right(library, kernel)) {
        if (refused == NULL) refused = kernel;
        dlclose(library);
        kernel = blas_best_kernel_below(kernel);
        library = open_with(kernel);
    }
    if (refused != NULL) {
        fprintf(
            stderr, "warning: OpenBLAS's kernel %s is missing or multiplies wrongly on this processor; %s is used instead.\n",
            refused, core(library));
    }
    atomic_store(&loaded, core(library));
}

void *blas_library(void) {
    pthread_once(&once, load);
    return library;
}

const char *blas_loaded_kernel(void) { return atomic_load(&loaded); }

const char *blas_refused_kernel(void) {
    blas_library();
    return refused;
}
