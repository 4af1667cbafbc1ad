/* OpenBLAS takes a processor that is newer than itself for an old one: Debian 12's runs SSE3 on Intel's of 2023, at a fifth of
   their speed. So the kernel is chosen here, by what instructions there are, as OpenBLAS itself chooses on processors it
   knows. Where this list knows none, the choice is left to it. */
#include "kernel_choice.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

typedef struct {
    const char *name;
    const char *needs;
} kernel;

enum { prescott, nehalem, sandybridge, haswell, zen, skylakex, kernel_count };

static const kernel kernels[kernel_count] = {
    [prescott] = {"Prescott", "SSE3"},
    [nehalem] = {"Nehalem", "SSE4.2"},
    [sandybridge] = {"Sandybridge", "AVX"},
    [haswell] = {"Haswell", "AVX2 and FMA"},
    [zen] = {"Zen", "AVX2 and FMA"},
    [skylakex] = {"SkylakeX", "AVX-512 (F, CD, BW, DQ and VL)"},
};

static bool can_run(int index) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    switch (index) {
    case prescott: return __builtin_cpu_supports("sse3");
    case nehalem: return __builtin_cpu_supports("sse4.2");
    case sandybridge: return __builtin_cpu_supports("avx");
    case haswell:
    case zen: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    case skylakex:
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512cd") &&
               __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
               __builtin_cpu_supports("avx512vl");
    }
#endif
    (void)index;
    return false;
}

#if defined(__x86_64__)
#include <cpuid.h>

static bool is_by(const char *vendor) {
    unsigned int leaf[4];
    char name[13] = "";
    if (!__get_cpuid(0, &leaf[0], &leaf[1], &leaf[2], &leaf[3])) return false;
    memcpy(name, &leaf[1], 4);
    memcpy(name + 4, &leaf[3], 4);
    memcpy(name + 8, &leaf[2], 4);
    return strcmp(name, vendor) == 0;
}

void blas_processor_name(char name[49]) {
    unsigned int leaf[12] = {0};
    memset(name, 0, 49);
    for (unsigned int part = 0; part < 3; part++) {
        unsigned int *four = leaf + 4 * part;
        if (!__get_cpuid(0x80000002 + part, four, four + 1, four + 2, four + 3)) return;
    }
    const char *start = (const char *)leaf;
    size_t length = strnlen(start, 48);
    while (length > 0 && *start == ' ') start++, length--;
    while (length > 0 && start[length - 1] == ' ') length--;
    memcpy(name, start, length);
}
#else
static bool is_by(const char *vendor) {
    (void)vendor;
    return false;
}

void blas_processor_name(char name[49]) { memset(name, 0, 49); }
#endif

static bool is_amd(void) { return is_by("AuthenticAMD") || is_by("HygonGenuine"); }

/* AMD's processors before family 1A have AVX-512 by halves of 256 bits, for which the narrower kernel is as good. */
static bool has_wide_units(void) {
#if defined(__x86_64__)
    unsigned int a, b, c, d;
    if (!can_run(skylakex) || !__get_cpuid(1, &a, &b, &c, &d)) return false;
    return !is_amd() || (a >> 8 & 0xf) + (a >> 20 & 0xff) >= 0x1a;
#else
    return false;
#endif
}

int blas_operations_per_cycle(void) {
#if defined(__x86_64__)
    unsigned int a, b, c, d;
    /* Intel's with arithmetic in half precision have two such units for certain. */
    if (has_wide_units() && (is_amd() || (__get_cpuid_count(7, 0, &a, &b, &c, &d) && (d >> 23 & 1) == 1))) return 64;
#endif
    return can_run(haswell) ? 32 : can_run(sandybridge) ? 16 : 8;
}

static int find(const char *name) {
    for (int index = 0; index < kernel_count; index++) {
        if (strcasecmp(kernels[index].name, name) == 0) return index;
    }
    return -1;
}

const char *blas_best_kernel_below(const char *name) {
    int end = name == NULL ? kernel_count : find(name);
    if (skylakex < end && has_wide_units()) return kernels[skylakex].name;
    int narrower = is_amd() ? zen : haswell;
    if (narrower < end && can_run(narrower)) return kernels[narrower].name;
    /* For AMD's processors without AVX2, OpenBLAS has kernels of their own. */
    if (is_amd()) return NULL;
    if (sandybridge < end && can_run(sandybridge)) return kernels[sandybridge].name;
    return nehalem < end && can_run(nehalem) ? kernels[nehalem].name : NULL;
}

const char *blas_runnable_kernel(int index) {
    for (int candidate = 0; candidate < kernel_count; candidate++) {
        if (can_run(candidate) && index-- == 0) return kernels[candidate].name;
    }
    return NULL;
}

const char *blas_kernel_needs(const char *name) {
    int index = find(name);
    return index < 0 ? NULL : kernels[index].needs;
}

bool blas_can_run_kernel(const char *name) {
    int index = find(name);
    return index >= 0 && can_run(index);
}

static _Atomic(const char *) pinned;

blas_pin_result blas_pin_kernel(const char *name) {
    int index = find(name);
    if (index < 0) return blas_pin_unknown;
    if (!can_run(index)) return blas_pin_lacking;
    const char *loaded = blas_loaded_kernel();
    if (loaded != NULL && strcasecmp(loaded, name) != 0) return blas_pin_late;
    atomic_store(&pinned, kernels[index].name);
    return blas_pin_done;
}

const char *blas_chosen_kernel(blas_kernel_chooser *chooser) {
    const char *name = atomic_load(&pinned);
    *chooser = blas_kernel_by_caller;
    if (name != NULL) return name;
    name = getenv("OPENBLAS_CORETYPE");
    *chooser = blas_kernel_by_environment;
    if (name != NULL && *name != '\0') return find(name) < 0 ? NULL : kernels[find(name)].name;
    /* Once one was found to multiply wrongly, that in its place. */
    name = blas_loaded_kernel();
    if (name == NULL) name = blas_best_kernel_below(NULL);
    *chooser = blas_best_kernel_below(NULL) == NULL ? blas_kernel_by_openblas : blas_kernel_by_processor;
    return name;
}

double blas_thread_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

#if defined(__x86_64__)
double blas_gigahertz(void) {
    /* On every processor that has the kernels above, a multiplication of integers takes three cycles. */
    enum { rounds = 20000, chain = 10 };
    double best = 0;
    for (int attempt = 0; attempt < 20; attempt++) {
        unsigned long x = 3;
        double start = blas_thread_seconds();
        for (int round = 0; round < rounds; round++) {
            __asm__ volatile("imul %0, %0\n\timul %0, %0\n\timul %0, %0\n\timul %0, %0\n\timul %0, %0\n\t"
                             "imul %0, %0\n\timul %0, %0\n\timul %0, %0\n\timul %0, %0\n\timul %0, %0"
                             : "+r"(x));
        }
        double found = 3.0 * chain * rounds / (blas_thread_seconds() - start) * 1e-9;
        if (found > best) best = found;
    }
    return best;
}
#else
double blas_gigahertz(void) { return 0; }
#endif
