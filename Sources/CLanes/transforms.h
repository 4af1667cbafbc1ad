/* The transforms of minimal filtering, for one width: before it is included, SCALAR, WIDTH and NAME(x), a name of its own for
   each function, are defined.

   A filter of `side` numbers over eight gives its 9 - side answers by eight multiplications instead of side (9 - side), and in
   two dimensions by 64. After Toom and Cook, a polynomial with `side` coefficients times one with 9 - side is found by
   `evaluate` of both at eight points, eight products and `interpolate`. Transposed that is a filter (Winograd, "Arithmetic
   Complexity of Computations", 1980): eight inputs go through `interpolate_transposed`, are multiplied by the filter's values
   at the points, and the answers are what `evaluate_transposed` makes of the products. Lavin and Gray, "Fast Algorithms for
   Convolutional Neural Networks" (2016), nest it in two dimensions and call the matrices of these transforms B', G and A'.

   The points are 0, +-1/2, +-1, +-2 and infinity, where a polynomial is its last coefficient. With
   M(x) = x (x^2 - 1/4) (x^2 - 1) (x^2 - 4), the finite point p of the interpolation has the coefficients of M(x)/(x - p), over
   M'(p), and infinity those of M. What belongs to p and -p differs in the sign of every second coefficient, so a pair shares
   its sums. Of seventeen choices of small fractions this one has the least rounding error: in single precision 2 to 3 in
   10^6, root mean square, of outputs and derivatives, and at most about 10^-5 of the largest of them. */

typedef SCALAR NAME(lanes) __attribute__((vector_size(WIDTH * sizeof(SCALAR)), aligned(sizeof(SCALAR)), may_alias));
#define V NAME(lanes)
#define C(value) ((SCALAR)(value))
#define EACH(index, count) for (int index = 0; index < (count); index++)

static INLINE V NAME(load)(const SCALAR *from) { return *(const V *)from; }
static INLINE void NAME(store)(SCALAR *to, V value) { *(V *)to = value; }

/* For 3 to 6 coefficients. */
static INLINE void NAME(evaluate)(int count, const V in[8], V out[8]) {
    V even[3] = {in[0] + C(0.25) * in[2], in[0] + in[2], in[0] + C(4) * in[2]};
    V odd[3] = {C(0.5) * in[1], in[1], C(2) * in[1]};
    if (count > 3) {
        odd[0] = odd[0] + C(0.125) * in[3];
        odd[1] = odd[1] + in[3];
        odd[2] = odd[2] + C(8) * in[3];
    }
    if (count > 4) {
        even[0] = even[0] + C(0.0625) * in[4];
        even[1] = even[1] + in[4];
        even[2] = even[2] + C(16) * in[4];
    }
    if (count > 5) {
        odd[0] = odd[0] + C(0.03125) * in[5];
        odd[1] = odd[1] + in[5];
        odd[2] = odd[2] + C(32) * in[5];
    }
    out[0] = in[0];
    EACH(pair, 3) {
        out[1 + 2 * pair] = even[pair] + odd[pair];
        out[2 + 2 * pair] = even[pair] - odd[pair];
    }
    out[7] = in[count - 1];
}

static INLINE void NAME(evaluate_transposed)(int count, const V in[8], V out[8]) {
    V even[3] = {in[1] + in[2], in[3] + in[4], in[5] + in[6]};
    V odd[3] = {in[1] - in[2], in[3] - in[4], in[5] - in[6]};
    out[0] = in[0] + even[0] + even[1] + even[2];
    out[1] = C(0.5) * odd[0] + odd[1] + C(2) * odd[2];
    out[2] = C(0.25) * even[0] + even[1] + C(4) * even[2];
    out[3] = C(0.125) * odd[0] + odd[1] + C(8) * odd[2];
    out[4] = C(0.0625) * even[0] + even[1] + C(16) * even[2];
    out[5] = C(0.03125) * odd[0] + odd[1] + C(32) * odd[2];
    out[count - 1] = out[count - 1] + in[7];
}

static INLINE void NAME(interpolate)(const V in[8], V out[8]) {
    V zero = in[0], infinity = in[7];
    V even[3] = {in[1] + in[2], in[3] + in[4], in[5] + in[6]};
    V odd[3] = {C(0.5) * (in[1] - in[2]), in[3] - in[4], C(2) * (in[5] - in[6])};
    out[0] = -zero;
    out[1] = C(4) * odd[0] + odd[1] + C(0.25) * odd[2] - infinity;
    out[2] = C(4) * even[0] + even[1] + C(0.25) * even[2] + C(5.25) * zero;
    out[3] = C(5.25) * infinity - C(5) * odd[0] - C(4.25) * odd[1] - C(1.25) * odd[2];
    out[4] = C(-5.25) * zero - C(5) * even[0] - C(4.25) * even[1] - C(1.25) * even[2];
    out[5] = odd[0] + odd[1] + odd[2] - C(5.25) * infinity;
    out[6] = even[0] + even[1] + even[2] + zero;
    out[7] = infinity;
}

static INLINE void NAME(interpolate_transposed)(const V in[8], V out[8]) {
    V one = in[1], two = in[2], three = in[3], four = in[4], five = in[5], six = in[6];
    V even[3] = {
        six - C(5) * four + C(4) * two, six - C(4.25) * four + two, six - C(1.25) * four + C(0.25) * two};
    V odd[3] = {
        C(0.5) * five - C(2.5) * three + C(2) * one, five - C(4.25) * three + one,
        C(2) * five - C(2.5) * three + C(0.5) * one};
    out[0] = six - in[0] + C(5.25) * (two - four);
    EACH(pair, 3) {
        out[1 + 2 * pair] = even[pair] + odd[pair];
        out[2 + 2 * pair] = even[pair] - odd[pair];
    }
    out[7] = in[7] - one + C(5.25) * (three - five);
}

/* 1/M'(p), by which the values of one factor are multiplied so that the interpolation needn't. */
static INLINE SCALAR NAME(scale)(int point) {
    return point == 0 ? C(-1)
        : point < 3   ? C(32) / C(45)
        : point < 5   ? C(-2) / C(9)
        : point < 7   ? C(1) / C(90)
                      : C(1);
}

static INLINE V NAME(place)(const SCALAR *images, const long *places, int place) {
    return places[place] < 0 ? (V){0} : NAME(load)(images + places[place]);
}

/* Columns, then rows; `side` is known when this is compiled. */
static INLINE void NAME(transform_channels)(
    lanes_transform kind, int side, const SCALAR *source, const SCALAR *second, const long *places, SCALAR *target,
    long apart) {
    int reach = 9 - side;
    V in[8], out[8], square[64];
    switch (kind) {
    case lanes_input:
        EACH(column, 8) {
            EACH(row, 8) in[row] = NAME(place)(source, places, 8 * row + column);
            NAME(interpolate_transposed)(in, out);
            EACH(row, 8) square[8 * row + column] = out[row];
        }
        EACH(row, 8) {
            NAME(interpolate_transposed)(square + 8 * row, out);
            EACH(column, 8) NAME(store)(target + (8 * row + column) * apart, out[column]);
        }
        return;
    case lanes_add_input:
        EACH(column, 8) {
            EACH(row, 8) in[row] = NAME(load)(source + (8 * row + column) * apart);
            NAME(interpolate)(in, out);
            EACH(row, 8) square[8 * row + column] = out[row];
        }
        EACH(row, 8) {
            NAME(interpolate)(square + 8 * row, out);
            EACH(column, 8) {
                long place = places[8 * row + column];
                if (place >= 0) NAME(store)(target + place, NAME(load)(target + place) + out[column]);
            }
        }
        return;
    case lanes_output:
        EACH(column, reach) {
            EACH(row, reach) in[row] = NAME(place)(source, places, 8 * row + column);
            NAME(evaluate)(reach, in, out);
            EACH(row, 8) square[8 * row + column] = out[row];
        }
        EACH(row, 8) {
            NAME(evaluate)(reach, square + 8 * row, out);
            EACH(column, 8) NAME(store)(target + (8 * row + column) * apart, out[column]);
        }
        return;
    case lanes_write_output:
        EACH(column, 8) {
            EACH(row, 8) in[row] = NAME(load)(source + (8 * row + column) * apart);
            NAME(evaluate_transposed)(reach, in, out);
            EACH(row, reach) square[8 * row + column] = out[row];
        }
        EACH(row, reach) {
            NAME(evaluate_transposed)(reach, square + 8 * row, out);
            EACH(column, reach) {
                long place = places[8 * row + column];
                if (place >= 0) NAME(store)(target + place, out[column]);
            }
        }
        return;
    case lanes_filters:
        EACH(column, side) {
            EACH(row, side) in[row] = NAME(load)(source + (side * row + column) * apart);
            NAME(evaluate)(side, in, out);
            EACH(row, 8) square[8 * row + column] = out[row];
        }
        EACH(row, 8) {
            NAME(evaluate)(side, square + 8 * row, out);
            EACH(column, 8)
                NAME(store)(
                    target + (8 * row + column) * apart, NAME(scale)(row) * NAME(scale)(column) * out[column]);
        }
        return;
    case lanes_add_filters:
        EACH(column, 8) {
            EACH(row, 8) {
                long place = (8 * row + column) * apart;
                V sum = NAME(load)(source + place) + NAME(load)(second + place);
                in[row] = NAME(scale)(row) * NAME(scale)(column) * sum;
            }
            NAME(evaluate_transposed)(side, in, out);
            EACH(row, side) square[8 * row + column] = out[row];
        }
        EACH(row, side) {
            NAME(evaluate_transposed)(side, square + 8 * row, out);
            EACH(column, side) {
                SCALAR *to = target + (side * row + column) * apart;
                NAME(store)(to, NAME(load)(to) + out[column]);
            }
        }
        return;
    }
}

/* As many channels as the width divides; returns how many those are. */
static INLINE long NAME(transform)(
    lanes_transform kind, int side, const SCALAR *source, const SCALAR *second, const long *places, SCALAR *target,
    long apart, long channels) {
    long channel = 0;
    for (; channel + WIDTH <= channels; channel += WIDTH) {
        const SCALAR *other = second == NULL ? NULL : second + channel;
        if (side == 5) {
            NAME(transform_channels)(kind, 5, source + channel, other, places, target + channel, apart);
        } else {
            NAME(transform_channels)(kind, 3, source + channel, other, places, target + channel, apart);
        }
    }
    return channel;
}

#undef V
#undef C
#undef EACH
#undef SCALAR
#undef WIDTH
#undef NAME
