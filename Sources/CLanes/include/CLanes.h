#ifndef CLANES_H
#define CLANES_H

#include <stdint.h>

/* Loops over numbers, compiled for several sets of instructions: which one runs is decided by the processor. All give the same
   bits, for none fuses a multiplication with an addition or changes the order of a sum. */

/* What is transformed, from where to where. A square has 8 × 8 places, line by line. */
typedef enum {
    /* The places of the input that a tile sees. */
    lanes_input,
    /* The transposed map; adds to them. */
    lanes_add_input,
    /* The places of a tile of the output's derivative. */
    lanes_output,
    /* The transposed map; writes them. */
    lanes_write_output,
    /* The filters of one input channel, times what the interpolation is spared. */
    lanes_filters,
    /* The transposed map of the sum of two; adds to them. */
    lanes_add_filters,
} lanes_transform;

/* A transform of minimal filtering for `channels` neighbouring numbers, a multiple of 4.
   side: of the filters, 3 or 5; a tile of the output has 9 - side.
   places: where each place of the square stands on the images, negative outside; only for inputs and outputs.
   apart: from one place of the transformed square to the next, and from one of the filters' to the next.
   second: the other part of what is to be added to the filters, else NULL. */
void lanes_transform_float(
    lanes_transform kind, int side, const float *source, const float *second, const long *places, float *target, long apart,
    long channels);
void lanes_transform_double(
    lanes_transform kind, int side, const double *source, const double *second, const long *places, double *target,
    long apart, long channels);

/* How many versions this processor can run, and the transforms by one of them, counted from 0. */
int lanes_versions(void);
void lanes_transform_float_by(
    int version, lanes_transform kind, int side, const float *source, const float *second, const long *places, float *target,
    long apart, long channels);
void lanes_transform_double_by(
    int version, lanes_transform kind, int side, const double *source, const double *second, const long *places,
    double *target, long apart, long channels);

/* The largest magnitude of `count` numbers; infinite or NaN when one of them is. */
float lanes_largest_magnitude_float(const float *x, long count);
double lanes_largest_magnitude_double(const double *x, long count);

/* Max-pooling of an image of `height` x `width` places, each with its channels: of each square of `side` x `side` places the
   largest numbers and which members of the square they are, counted from 0 line by line. Of equal ones the first counts, and NaN
   is larger than any number. A rest at the right and bottom is left out. Transposed, the winners get the derivative `delta`, the
   other members 0; places of the rest are not written. */
void lanes_pool_float(
    int side, long height, long width, long channels, const float *image, float *best, float *winner);
void lanes_unpool_float(
    int side, long height, long width, long channels, const float *delta, const float *winner, float *image);
void lanes_pool_float_by(
    int version, int side, long height, long width, long channels, const float *image, float *best, float *winner);
void lanes_unpool_float_by(
    int version, int side, long height, long width, long channels, const float *delta, const float *winner, float *image);
void lanes_pool_double(
    int side, long height, long width, long channels, const double *image, double *best, double *winner);
void lanes_unpool_double(
    int side, long height, long width, long channels, const double *delta, const double *winner, double *image);
void lanes_pool_double_by(
    int version, int side, long height, long width, long channels, const double *image, double *best, double *winner);
void lanes_unpool_double_by(
    int version, int side, long height, long width, long channels, const double *delta, const double *winner, double *image);

/* The sum of products, in an order that every version shares. */
float lanes_dot_float(const float *x, const float *y, long count);
float lanes_dot_float_by(int version, const float *x, const float *y, long count);
double lanes_dot_double(const double *x, const double *y, long count);
double lanes_dot_double_by(int version, const double *x, const double *y, long count);

/* A mask: `kept` where the next 32 random bits, as a number, lie below `limit`, else 0. Eight generators take turns; the state
   holds the first words of all eight, then their second words, and so on. */
void lanes_mask_float(uint32_t state[32], float *mask, long count, uint32_t limit, float kept);
void lanes_mask_float_by(int version, uint32_t state[32], float *mask, long count, uint32_t limit, float kept);
void lanes_mask_double(uint32_t state[32], double *mask, long count, uint32_t limit, double kept);
void lanes_mask_double_by(int version, uint32_t state[32], double *mask, long count, uint32_t limit, double kept);

#endif
