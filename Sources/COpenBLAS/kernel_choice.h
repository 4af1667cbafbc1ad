#ifndef KERNEL_CHOICE_H
#define KERNEL_CHOICE_H

#include "BLASKernel.h"

/* The best kernel less capable than another, or of all; NULL where OpenBLAS chooses. */
const char *blas_best_kernel_below(const char *name);

bool blas_can_run_kernel(const char *name);

/* OpenBLAS, loaded with the chosen kernel. */
void *blas_library(void);

/* The kernel of the OpenBLAS that is loaded; NULL before. */
const char *blas_loaded_kernel(void);

/* Whether a loaded OpenBLAS multiplies rightly. */
bool blas_multiplies_rightly(void *openblas);

#endif
