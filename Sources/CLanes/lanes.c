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
static enum { base, avx2, avx512 } version;

__attribute__((constructor)) static void choose(void) {
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")) {
        version = avx512;
    } else if (__builtin_cpu_supports("avx2")) {
        version = avx2;
    }
}

#define BEST(call)                                                                                                     \
    switch (version) {                                                                                                 \
    case avx512: return avx512_##call;                                                                                 \
    case avx2: return avx2_##call;                                                                                     \
    case base: break;                                                                                                  \
    }                                                                                                                  \
    return base_##call;
#else
#define BEST(call) return base_##call;
#endif

void lanes_transform_float(
    lanes_transform kind, int side, const float *source, const float *second, const long *places, float *target, long apart,
    long channels) {
    BEST(all_float(kind, side, source, second, places, target, apart, channels))
}

void lanes_transform_double(
    lanes_transform kind, int side, const double *source, const double *second, const long *places, double *target,
    long apart, long channels) {
    BEST(all_double(kind, side, source, second, places, target, apart, channels))
}

float lanes_largest_magnitude_float(const float *x, long count) { BEST(largest_float(x, count)) }

double lanes_largest_magnitude_double(const double *x, long count) { BEST(largest_double(x, count)) }
