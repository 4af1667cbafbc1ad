/* The functions that Learning calls, each found in its library at its first call: to load and relocate these libraries takes
   longer than all else in a build that computes nothing. */
#include "COpenBLAS.h"
#include "kernel_choice.h"

#include <dlfcn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

static void *find(const char *name, const char *function) {
    /* LAPACKE takes LAPACK from whichever library is there first. */
    void *library = blas_library();
    if (name != NULL) library = dlopen(name, RTLD_NOW | RTLD_GLOBAL);
    void *address = library == NULL ? NULL : dlsym(library, function);
    if (library == NULL) {
        fprintf(stderr, "error: %s. Install the Debian packages libopenblas-dev and liblapacke-dev.\n", dlerror());
        _Exit(EXIT_FAILURE);
    }
    if (address == NULL) {
        fprintf(stderr, "error: %s. Another OpenBLAS or LAPACKE than Debian's is installed.\n", dlerror());
        _Exit(EXIT_FAILURE);
    }
    return address;
}

#define FOUND_IN(library, result, name, parameters, arguments)                                                         \
    result name parameters {                                                                                           \
        static _Atomic(void *) known;                                                                                  \
        void *address = atomic_load_explicit(&known, memory_order_acquire);                                            \
        if (address == NULL) {                                                                                         \
            address = find(library, #name);                                                                            \
            atomic_store_explicit(&known, address, memory_order_release);                                              \
        }                                                                                                              \
        return ((result(*) parameters)address)arguments;                                                               \
    }
#define OPENBLAS(result, name, parameters, arguments) FOUND_IN(NULL, result, name, parameters, arguments)
#define LAPACKE(name, parameters, arguments) FOUND_IN("liblapacke.so.3", lapack_int, name, parameters, arguments)

OPENBLAS(char *, openblas_get_corename, (void), ())
OPENBLAS(
    void, cblas_sgemm,
    (CBLAS_ORDER order, CBLAS_TRANSPOSE a_order, CBLAS_TRANSPOSE b_order, blasint m, blasint n, blasint k, float alpha,
     const float *a, blasint lda, const float *b, blasint ldb, float beta, float *c, blasint ldc),
    (order, a_order, b_order, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc))
OPENBLAS(
    void, cblas_dgemm,
    (CBLAS_ORDER order, CBLAS_TRANSPOSE a_order, CBLAS_TRANSPOSE b_order, blasint m, blasint n, blasint k, double alpha,
     const double *a, blasint lda, const double *b, blasint ldb, double beta, double *c, blasint ldc),
    (order, a_order, b_order, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc))
OPENBLAS(
    void, cblas_dgemv,
    (CBLAS_ORDER order, CBLAS_TRANSPOSE a_order, blasint m, blasint n, double alpha, const double *a, blasint lda,
     const double *x, blasint x_step, double beta, double *y, blasint y_step),
    (order, a_order, m, n, alpha, a, lda, x, x_step, beta, y, y_step))
OPENBLAS(
    void, cblas_dsyrk,
    (CBLAS_ORDER order, CBLAS_UPLO triangle, CBLAS_TRANSPOSE a_order, blasint n, blasint k, double alpha, const double *a,
     blasint lda, double beta, double *c, blasint ldc),
    (order, triangle, a_order, n, k, alpha, a, lda, beta, c, ldc))
OPENBLAS(
    void, cblas_daxpy, (blasint n, double alpha, const double *x, blasint x_step, double *y, blasint y_step),
    (n, alpha, x, x_step, y, y_step))

LAPACKE(LAPACKE_dpotrf, (int layout, char uplo, lapack_int n, double *a, lapack_int lda), (layout, uplo, n, a, lda))
LAPACKE(
    LAPACKE_dpotrs,
    (int layout, char uplo, lapack_int n, lapack_int columns, const double *a, lapack_int lda, double *b, lapack_int ldb),
    (layout, uplo, n, columns, a, lda, b, ldb))
LAPACKE(
    LAPACKE_dsyevd, (int layout, char job, char uplo, lapack_int n, double *a, lapack_int lda, double *values),
    (layout, job, uplo, n, a, lda, values))
LAPACKE(
    LAPACKE_dgesdd,
    (int layout, char job, lapack_int m, lapack_int n, double *a, lapack_int lda, double *values, double *u, lapack_int ldu,
     double *vt, lapack_int ldvt),
    (layout, job, m, n, a, lda, values, u, ldu, vt, ldvt))
LAPACKE(
    LAPACKE_dsytrd,
    (int layout, char uplo, lapack_int n, double *a, lapack_int lda, double *diagonal, double *beside, double *tau),
    (layout, uplo, n, a, lda, diagonal, beside, tau))
LAPACKE(
    LAPACKE_dormtr,
    (int layout, char side, char uplo, char order, lapack_int m, lapack_int n, const double *a, lapack_int lda,
     const double *tau, double *c, lapack_int ldc),
    (layout, side, uplo, order, m, n, a, lda, tau, c, ldc))
LAPACKE(LAPACKE_dsterf, (lapack_int n, double *diagonal, double *beside), (n, diagonal, beside))
LAPACKE(
    LAPACKE_dgeqp3,
    (int layout, lapack_int m, lapack_int n, double *a, lapack_int lda, lapack_int *pivots, double *tau),
    (layout, m, n, a, lda, pivots, tau))
LAPACKE(
    LAPACKE_dormqr,
    (int layout, char side, char order, lapack_int m, lapack_int n, lapack_int k, const double *a, lapack_int lda,
     const double *tau, double *c, lapack_int ldc),
    (layout, side, order, m, n, k, a, lda, tau, c, ldc))
LAPACKE(
    LAPACKE_dgejsv,
    (int layout, char accuracy, char left, char right, char range, char transpose, char perturb, lapack_int m, lapack_int n,
     double *a, lapack_int lda, double *values, double *u, lapack_int ldu, double *v, lapack_int ldv, double *facts,
     lapack_int *counts),
    (layout, accuracy, left, right, range, transpose, perturb, m, n, a, lda, values, u, ldu, v, ldv, facts, counts))
