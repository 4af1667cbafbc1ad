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

#undef FOR
#undef FLOAT_WIDTH
#undef DOUBLE_WIDTH
#undef DOUBLE_NARROW
