#ifndef COPENBLAS_H
#define COPENBLAS_H

#include <cblas.h>
#include "BLASKernel.h"
/* Swift has no C complex numbers; this layout keeps LAPACKE's header from asking for them. */
#define LAPACK_COMPLEX_STRUCTURE
#include <lapacke.h>

#endif
