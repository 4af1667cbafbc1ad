#include "CLanes.h"

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
static int best_version;

__attribute__((constructor)) static void choose(void) {
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")) {
        best_version = 2;
    } else if (__builtin_cpu_supports("avx2")) {
        best_version = 1;
    }
}

#define VERSIONS(name) {base_##name, avx2_##name, avx512_##name}
#else
static const int best_version;
#define VERSIONS(name) {base_##name}
#endif

int lanes_versions(void) { return best_version + 1; }

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
        transforms_##scalar[best_version](kind, side, source, second, places, target, apart, channels);                \
    }

TRANSFORM(float)
TRANSFORM(double)

#define LARGEST(scalar)                                                                                                \
    typedef scalar largest_##scalar(const scalar *, long);                                                             \
    static largest_##scalar *const largests_##scalar[] = VERSIONS(largest_##scalar);                                   \
    scalar lanes_largest_magnitude_##scalar(const scalar *x, long count) {                                              \
        return largests_##scalar[best_version](x, count);                                                              \
    }

LARGEST(float)
LARGEST(double)

#define POOL(scalar)                                                                                                   \
    typedef void pool_##scalar(int, long, long, long, const scalar *, scalar *, scalar *);                             \
    static pool_##scalar *const pools_##scalar[] = VERSIONS(pool_##scalar);                                            \
    void lanes_pool_##scalar##_by(                                                                                     \
        int version, int side, long height, long width, long channels, const scalar *image, scalar *best,              \
        scalar *winner) {                                                                                              \
        pools_##scalar[version](side, height, width, channels, image, best, winner);                                   \
    }                                                                                                                  \
    void lanes_pool_##scalar(                                                                                          \
        int side, long height, long width, long channels, const scalar *image, scalar *best, scalar *winner) {         \
        pools_##scalar[best_version](side, height, width, channels, image, best, winner);                              \
    }                                                                                                                  \
    typedef void unpool_##scalar(int, long, long, long, const scalar *, const scalar *, scalar *);                     \
    static unpool_##scalar *const unpools_##scalar[] = VERSIONS(unpool_##scalar);                                      \
    void lanes_unpool_##scalar##_by(                                                                                   \
        int version, int side, long height, long width, long channels, const scalar *delta, const scalar *winner,      \
        scalar *image) {                                                                                               \
        unpools_##scalar[version](side, height, width, channels, delta, winner, image);                                \
    }                                                                                                                  \
    void lanes_unpool_##scalar(                                                                                        \
        int side, long height, long width, long channels, const scalar *delta, const scalar *winner, scalar *image) {  \
        unpools_##scalar[best_version](side, height, width, channels, delta, winner, image);                           \
    }

POOL(float)
POOL(double)

#define DOT(scalar)                                                                                                    \
    typedef scalar dot_##scalar(const scalar *, const scalar *, long);                                                 \
    static dot_##scalar *const dots_##scalar[] = VERSIONS(dot_##scalar);                                               \
    scalar lanes_dot_##scalar##_by(int version, const scalar *x, const scalar *y, long count) {                        \
        return dots_##scalar[version](x, y, count);                                                                    \
    }                                                                                                                  \
    scalar lanes_dot_##scalar(const scalar *x, const scalar *y, long count) {                                          \
        return dots_##scalar[best_version](x, y, count);                                                               \
    }

DOT(float)
DOT(double)

#define MASK(scalar)                                                                                                   \
    typedef void mask_##scalar(uint32_t[32], scalar *, long, uint32_t, scalar);                                        \
    static mask_##scalar *const masks_##scalar[] = VERSIONS(mask_##scalar);                                            \
    void lanes_mask_##scalar##_by(                                                                                     \
        int version, uint32_t state[32], scalar *mask, long count, uint32_t limit, scalar kept) {                      \
        masks_##scalar[version](state, mask, count, limit, kept);                                                      \
    }                                                                                                                  \
    void lanes_mask_##scalar(uint32_t state[32], scalar *mask, long count, uint32_t limit, scalar kept) {              \
        masks_##scalar[best_version](state, mask, count, limit, kept);                                                 \
    }

MASK(float)
MASK(double)
