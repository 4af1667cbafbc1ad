/* One set of instructions: FLOAT_WIDTH and DOUBLE_WIDTH numbers at a time, DOUBLE_NARROW where too
   few are left, and FOR(x), a name of its own for each function. */

#define SCALAR float
#define WIDTH FLOAT_WIDTH
#define NAME(name) FOR(name##_float_wide)
#include "transforms.h"
#define SCALAR float
#define WIDTH 4
#define NAME(name) FOR(name##_float)
#include "transforms.h"
#define SCALAR double
#define WIDTH DOUBLE_WIDTH
#define NAME(name) FOR(name##_double_wide)
#include "transforms.h"
#define SCALAR double
#define WIDTH DOUBLE_NARROW
#define NAME(name) FOR(name##_double)
#include "transforms.h"

#define SCALAR float
#define WHOLE int32_t
#define WIDTH FLOAT_WIDTH
#define NAME(name) FOR(name##_float_wide)
#include "pooling.h"
#define SCALAR float
#define WHOLE int32_t
#define WIDTH 4
#define NAME(name) FOR(name##_float_narrow)
#include "pooling.h"
#define SCALAR float
#define WHOLE int32_t
#define WIDTH 1
#define NAME(name) FOR(name##_float_single)
#include "pooling.h"
#define SCALAR double
#define WHOLE int64_t
#define WIDTH DOUBLE_WIDTH
#define NAME(name) FOR(name##_double_wide)
#include "pooling.h"
#define SCALAR double
#define WHOLE int64_t
#define WIDTH DOUBLE_NARROW
#define NAME(name) FOR(name##_double_narrow)
#include "pooling.h"
#define SCALAR double
#define WHOLE int64_t
#define WIDTH 1
#define NAME(name) FOR(name##_double_single)
#include "pooling.h"

#define TRANSFORM(scalar)                                                                                              \
    static void FOR(all_##scalar)(                                                                                     \
        lanes_transform kind, int side, const scalar *source, const scalar *second, const long *places, scalar *target, \
        long apart, long channels) {                                                                                   \
        switch (kind) {                                                                                                \
        case lanes_input: ONE(scalar, lanes_input);                                                                    \
        case lanes_add_input: ONE(scalar, lanes_add_input);                                                            \
        case lanes_output: ONE(scalar, lanes_output);                                                                  \
        case lanes_write_output: ONE(scalar, lanes_write_output);                                                      \
        case lanes_filters: ONE(scalar, lanes_filters);                                                                \
        case lanes_add_filters: ONE(scalar, lanes_add_filters);                                                        \
        }                                                                                                              \
    }

#define ONE(scalar, kind)                                                                                              \
    {                                                                                                                  \
        long done = FOR(transform_##scalar##_wide)(kind, side, source, second, places, target, apart, channels);       \
        FOR(transform_##scalar)                                                                                        \
        (kind, side, source + done, second == NULL ? NULL : second + done, places, target + done, apart,               \
         channels - done);                                                                                             \
        return;                                                                                                        \
    }

TRANSFORM(float)
TRANSFORM(double)
#undef TRANSFORM
#undef ONE

/* Bits of magnitudes rise with them, with infinity and NaN above all numbers. */
static float FOR(largest_float)(const float *x, long count) {
    int32_t largest = 0;
    for (long i = 0; i < count; i++) {
        int32_t bits;
        memcpy(&bits, x + i, sizeof bits);
        bits &= INT32_MAX;
        largest = bits > largest ? bits : largest;
    }
    float result;
    memcpy(&result, &largest, sizeof result);
    return result;
}

static double FOR(largest_double)(const double *x, long count) {
    int64_t largest = 0;
    for (long i = 0; i < count; i++) {
        int64_t bits;
        memcpy(&bits, x + i, sizeof bits);
        bits &= INT64_MAX;
        largest = bits > largest ? bits : largest;
    }
    double result;
    memcpy(&result, &largest, sizeof result);
    return result;
}

/* A row of squares after the other; the rest at the right and bottom is left out. */
#define POOL(scalar)                                                                                                   \
    static void FOR(pool_##scalar)(                                                                                    \
        int side, long height, long width, long channels, const scalar *image, scalar *best, scalar *winner) {         \
        long line = width * channels;                                                                                  \
        for (long top = 0; top + side <= height; top += side) {                                                        \
            for (long left = 0; left + side <= width; left += side) {                                                  \
                const scalar *square = image + top * line + left * channels;                                           \
                long done = FOR(pool_##scalar##_wide)(square, line, side, 0, channels, best, winner);                  \
                done = FOR(pool_##scalar##_narrow)(square, line, side, done, channels, best, winner);                  \
                FOR(pool_##scalar##_single)(square, line, side, done, channels, best, winner);                         \
                best += channels;                                                                                      \
                winner += channels;                                                                                    \
            }                                                                                                          \
        }                                                                                                              \
    }                                                                                                                  \
    static void FOR(unpool_##scalar)(                                                                                  \
        int side, long height, long width, long channels, const scalar *delta, const scalar *winner, scalar *image) {  \
        long line = width * channels;                                                                                  \
        for (long top = 0; top + side <= height; top += side) {                                                        \
            for (long left = 0; left + side <= width; left += side) {                                                  \
                scalar *square = image + top * line + left * channels;                                                 \
                long done = FOR(unpool_##scalar##_wide)(delta, winner, line, side, 0, channels, square);               \
                done = FOR(unpool_##scalar##_narrow)(delta, winner, line, side, done, channels, square);               \
                FOR(unpool_##scalar##_single)(delta, winner, line, side, done, channels, square);                      \
                delta += channels;                                                                                     \
                winner += channels;                                                                                    \
            }                                                                                                          \
        }                                                                                                              \
    }

POOL(float)
POOL(double)
#undef POOL

/* Sixteen sums side by side, which are then added in halves. */
#define DOT(scalar)                                                                                                    \
    static scalar FOR(dot_##scalar)(const scalar *x, const scalar *y, long count) {                                    \
        scalar sums[16] = {0};                                                                                         \
        long i = 0;                                                                                                    \
        for (; i + 16 <= count; i += 16) {                                                                             \
            for (int lane = 0; lane < 16; lane++) sums[lane] += x[i + lane] * y[i + lane];                             \
        }                                                                                                              \
        for (int lane = 0; i + lane < count; lane++) sums[lane] += x[i + lane] * y[i + lane];                          \
        for (int half = 8; half > 0; half /= 2) {                                                                      \
            for (int lane = 0; lane < half; lane++) sums[lane] += sums[lane + half];                                   \
        }                                                                                                              \
        return sums[0];                                                                                                \
    }

DOT(float)
DOT(double)
#undef DOT

/* Eight generators side by side: xoshiro128++ (Blackman and Vigna, 2019). */
#define MASK(scalar, whole)                                                                                            \
    static void FOR(mask_##scalar)(uint32_t state[32], scalar *mask, long count, uint32_t limit, scalar kept) {        \
        typedef uint32_t lanes __attribute__((vector_size(32)));                                                       \
        typedef whole bits __attribute__((vector_size(8 * sizeof(whole))));                                            \
        lanes x[4];                                                                                                    \
        memcpy(x, state, sizeof x);                                                                                    \
        bits value;                                                                                                    \
        for (int lane = 0; lane < 8; lane++) {                                                                         \
            whole one;                                                                                                 \
            memcpy(&one, &kept, sizeof one);                                                                           \
            value[lane] = one;                                                                                         \
        }                                                                                                              \
        for (long start = 0; start < count; start += 8) {                                                              \
            lanes sum = x[0] + x[3];                                                                                   \
            lanes draws = ((sum << 7) | (sum >> 25)) + x[0];                                                           \
            lanes shifted = x[1] << 9;                                                                                 \
            x[2] ^= x[0];                                                                                              \
            x[3] ^= x[1];                                                                                              \
            x[1] ^= x[2];                                                                                              \
            x[0] ^= x[3];                                                                                              \
            x[2] ^= shifted;                                                                                           \
            x[3] = (x[3] << 11) | (x[3] >> 21);                                                                        \
            bits chosen = __builtin_convertvector(draws < limit, bits) & value;                                        \
            long some = count - start < 8 ? count - start : 8;                                                         \
            if (some == 8) {                                                                                           \
                memcpy(mask + start, &chosen, sizeof chosen);                                                          \
            } else {                                                                                                   \
                memcpy(mask + start, &chosen, (size_t)some * sizeof(scalar));                                          \
            }                                                                                                          \
        }                                                                                                              \
        memcpy(state, x, sizeof x);                                                                                    \
    }

MASK(float, int32_t)
MASK(double, int64_t)
#undef MASK

#undef FOR
#undef FLOAT_WIDTH
#undef DOUBLE_WIDTH
#undef DOUBLE_NARROW
