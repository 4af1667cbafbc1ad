#ifndef CLANES_H
#define CLANES_H

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

/* The greatest magnitude of `count` numbers; infinite or NaN when one of them is. */
float lanes_largest_magnitude_float(const float *x, long count);
double lanes_largest_magnitude_double(const double *x, long count);

#endif
