#ifndef ALLOCATIONS_H
#define ALLOCATIONS_H

/* How often the calling thread has asked for memory so far. */
long allocations_of_this_thread(void);

#endif
