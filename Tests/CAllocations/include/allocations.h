#ifndef ALLOCATIONS_H
#define ALLOCATIONS_H

/* From now on the calling thread's requests for memory are counted, but for those that OpenBLAS makes itself. */
void allocations_begin(void);

/* Ends the count and tells it. */
long allocations_end(void);

#endif
