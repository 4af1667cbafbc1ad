#include "CLanes.h"

#include <stdint.h>
#include <string.h>

/* A product and a sum stay two operations, so that every version rounds alike. */
#pragma STDC FP_CONTRACT OFF

#define INLINE inline __attribute__((always_inline))

#define FLOAT_WIDTH 4
#define DOUBLE_WIDTH 2
#define DOUBLE_NARROW 2
#define FOR(name) base_##name
#include "versions.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define FLOAT_WIDTH 8
#define DOUBLE_WIDTH 4
#define DOUBLE_NARROW 4
#define FOR(name) avx2_##name
#include "versions.h"
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx2,avx512f,avx512vl,avx512bw,avx512dq"))), apply_to = function)
#define FLOAT_WIDTH 16
#define DOUBLE_WIDTH 8
#define DOUBLE_NARROW 4
#define FOR(name) avx512_##name
#include "versions.h"
#pragma clang attribute pop

/* Set before anything of the program runs. */
static int best;

__attribute__((constructor)) static void choose(void) {
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")) {
        best = 2;
    } else if (__builtin_cpu_supports("avx2")) {
        best = 1;
    }
}

#define VERSIONS(name) {base_##name, avx2_##name, avx512_##name}
#else
static const int best;
#define VERSIONS(name) {base_##name}
#endif

int lanes_versions(void) { return best + 1; }

#define TRANSFORM(scalar)                                                                                              \
    typedef void transform_##scalar(                                                                                   \
        lanes_transform, int, const scalar *, const scalar *, const long *, scalar *, long, long);                     \
    static transform_##scalar *const transforms_##scalar[] = VERSIONS(all_##scalar);                                   \
    void lanes_transform_##scalar##_by(                                                                                \
        int version, lanes_transform kind, int side, const scalar *source, const scalar *second, const long *places,   \
        scalar *target, long apart, long channels) {                                                                   \
        transforms_##scalar[version](kind, side, source, second, places, target, apart, channels);                     \
    }                                                                                                                  \
    void lanes_transform_##scalar(                                                                                     \
        lanes_transform kind, int side, const scalar *source, const scalar *second, const long *places,                \
        scalar *target, long apart, long channels) {                                                                   \
        transforms_##scalar[best](kind, side, source, second, places, target, apart, channels);                        \
    }

TRANSFORM(float)
TRANSFORM(double)

#define LARGEST(scalar)                                                                                                \
    typedef scalar largest_##scalar(const scalar *, long);                                                             \
    static largest_##scalar *const largests_##scalar[] = VERSIONS(largest_##scalar);                                   \
    scalar lanes_largest_magnitude_##scalar(const scalar *x, long count) { return largests_##scalar[best](x, count); }

LARGEST(float)
LARGEST(double)
