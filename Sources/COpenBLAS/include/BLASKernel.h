#ifndef BLAS_KERNEL_H
#define BLAS_KERNEL_H

#include <stdbool.h>

/* Which of OpenBLAS's kernels multiplies, and who chose it. Nothing here loads OpenBLAS but what says so. */

typedef enum {
    blas_kernel_by_openblas,
    /* The instructions of the processor. */
    blas_kernel_by_processor,
    /* OPENBLAS_CORETYPE in the environment. */
    blas_kernel_by_environment,
    /* blas_pin_kernel. */
    blas_kernel_by_caller,
} blas_kernel_chooser;

typedef enum {
    blas_pin_done,
    blas_pin_unknown,
    /* The processor lacks instructions that the kernel uses. */
    blas_pin_lacking,
    /* OpenBLAS already runs another one. */
    blas_pin_late,
} blas_pin_result;

/* The kernels that the processor can run, the most capable last: number `index`, NULL behind the last. */
const char *blas_runnable_kernel(int index);

/* What instructions a kernel needs, in words; NULL for a kernel that is not known. */
const char *blas_kernel_needs(const char *name);

/* Makes OpenBLAS take a kernel, whatever the environment says. */
blas_pin_result blas_pin_kernel(const char *name);

/* The kernel that OpenBLAS is made to take, and by whom; NULL where the choice is left to it. */
const char *blas_chosen_kernel(blas_kernel_chooser *chooser);

/* The kernel that was given up since its products were wrong; NULL for none. Loads OpenBLAS. */
const char *blas_refused_kernel(void);

/* The processor as it names itself, at most 48 letters; empty where it has no name. */
void blas_processor_name(char name[49]);

/* Floating-point operations in single precision that the processor's instructions allow in one cycle of one core. */
int blas_operations_per_cycle(void);

/* Seconds that this thread has run, whatever else runs on the machine. */
double blas_thread_seconds(void);

/* Cycles that pass in a second, in thousand millions, measured. */
double blas_gigahertz(void);

#endif
