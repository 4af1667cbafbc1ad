/* Max-pooling of one image, for one width: before it is included, SCALAR, WHOLE, an integer of its size, WIDTH and NAME(x), a
   name of its own for each function, are defined. Both take the channels from `channel` on, and return the first of those that
   are fewer than the width. */

typedef SCALAR NAME(pooled) __attribute__((vector_size(WIDTH * sizeof(SCALAR)), aligned(sizeof(SCALAR)), may_alias));
typedef WHOLE NAME(pooled_bits) __attribute__((vector_size(WIDTH * sizeof(SCALAR))));
#define V NAME(pooled)
#define B NAME(pooled_bits)

/* The largest of the members of a square, and its number. Of equal ones the first counts, and NaN is larger than any. */
static INLINE long NAME(pool)(
    const SCALAR *square, long line, int side, long channel, long channels, SCALAR *best, SCALAR *winner) {
    for (; channel + WIDTH <= channels; channel += WIDTH) {
        V most = *(const V *)(square + channel);
        B from = {0};
        for (long number = 1, row = 0, column = 1; number < (long)side * side; number++) {
            if (column == side) row++, column = 0;
            V value = *(const V *)(square + row * line + column++ * channels + channel);
            B greater = (B)(value > most) ^ (B)(value != value);
            most = (V)(((B)value & greater) | ((B)most & ~greater));
            from = (from & ~greater) | (greater & (WHOLE)number);
        }
        *(V *)(best + channel) = most;
        *(V *)(winner + channel) = __builtin_convertvector(from, V);
    }
    return channel;
}

/* The derivative by each member of a square: that by the largest for the winner, else 0. */
static INLINE long NAME(unpool)(
    const SCALAR *delta, const SCALAR *winner, long line, int side, long channel, long channels, SCALAR *square) {
    for (; channel + WIDTH <= channels; channel += WIDTH) {
        V value = *(const V *)(delta + channel);
        V from = *(const V *)(winner + channel);
        for (long number = 0, row = 0, column = 0; number < (long)side * side; number++, column++) {
            if (column == side) row++, column = 0;
            *(V *)(square + row * line + column * channels + channel) =
                (V)((B)value & (B)(from == (SCALAR)number));
        }
    }
    return channel;
}

#undef V
#undef B
#undef SCALAR
#undef WHOLE
#undef WIDTH
#undef NAME
