/* Products of small whole numbers, which come out exact in whatever order they are added: old kernels have been seen to give
   wrong ones on newer processors, above all where they took the caches for larger or smaller than they are. */
#include "COpenBLAS.h"
#include "kernel_choice.h"

#include <dlfcn.h>
#include <stdlib.h>

#define CHECK_PRODUCTS(scalar, name)                                                                                   \
    typedef void name##_function(                                                                                      \
        CBLAS_ORDER, CBLAS_TRANSPOSE, CBLAS_TRANSPOSE, blasint, blasint, blasint, scalar, const scalar *, blasint,      \
        const scalar *, blasint, scalar, scalar *, blasint);                                                           \
    static bool name##_is_right(name##_function *gemm, CBLAS_TRANSPOSE a_order, CBLAS_TRANSPOSE b_order, int m, int n,  \
                                int k) {                                                                               \
        scalar *a = malloc(sizeof(scalar) * (size_t)(m * k + k * n + m * n));                                          \
        if (a == NULL) return false;                                                                                   \
        scalar *b = a + m * k, *c = b + k * n;                                                                         \
        int a_row = a_order == CblasNoTrans ? k : 1, a_column = a_order == CblasNoTrans ? 1 : m;                       \
        int b_row = b_order == CblasNoTrans ? n : 1, b_column = b_order == CblasNoTrans ? 1 : k;                       \
        for (int i = 0; i < m; i++)                                                                                    \
            for (int p = 0; p < k; p++) a[i * a_row + p * a_column] = (scalar)((5 * i + 3 * p) % 7 - 3);               \
        for (int p = 0; p < k; p++)                                                                                    \
            for (int j = 0; j < n; j++) b[p * b_row + j * b_column] = (scalar)((4 * p + j) % 11 - 5);                  \
        for (int i = 0; i < m * n; i++) c[i] = (scalar)(i % 5);                                                        \
        gemm(CblasRowMajor, a_order, b_order, m, n, k, 1, a, a_order == CblasNoTrans ? k : m, b,                       \
             b_order == CblasNoTrans ? n : k, 1, c, n);                                                                \
        /* The factors repeat after 7 rows and 11 columns, and their sums after 77 places. */                           \
        int sums[7][11];                                                                                               \
        for (int i = 0; i < 7; i++) {                                                                                  \
            for (int j = 0; j < 11; j++) {                                                                             \
                int whole = 0, rest = 0;                                                                               \
                for (int p = 0; p < 77; p++) {                                                                         \
                    int product = ((5 * i + 3 * p) % 7 - 3) * ((4 * p + j) % 11 - 5);                                  \
                    whole += product;                                                                                  \
                    if (p < k % 77) rest += product;                                                                   \
                }                                                                                                      \
                sums[i][j] = k / 77 * whole + rest;                                                                    \
            }                                                                                                          \
        }                                                                                                              \
        bool is_right = true;                                                                                          \
        for (int i = 0; i < m && is_right; i++) {                                                                      \
            for (int j = 0; j < n && is_right; j++)                                                                    \
                is_right = c[i * n + j] == (scalar)(sums[i % 7][j % 11] + (i * n + j) % 5);                            \
        }                                                                                                              \
        free(a);                                                                                                       \
        return is_right;                                                                                               \
    }

CHECK_PRODUCTS(float, cblas_sgemm)
CHECK_PRODUCTS(double, cblas_dgemm)

bool blas_multiplies_rightly(void *openblas) {
    cblas_sgemm_function *sgemm = (cblas_sgemm_function *)dlsym(openblas, "cblas_sgemm");
    cblas_dgemm_function *dgemm = (cblas_dgemm_function *)dlsym(openblas, "cblas_dgemm");
    if (sgemm == NULL || dgemm == NULL) return false;
    /* Long sums, many rows and many columns each reach beyond one of the kernel's blocks; odd sizes reach its edges. */
    static const int sizes[][3] = {{23, 37, 1021}, {613, 19, 35}, {17, 1203, 29}, {97, 101, 103}, {1, 7, 5}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        const int *size = sizes[i];
        if (!cblas_sgemm_is_right(sgemm, CblasNoTrans, CblasNoTrans, size[0], size[1], size[2]) ||
            !cblas_sgemm_is_right(sgemm, CblasNoTrans, CblasTrans, size[0], size[1], size[2]) ||
            !cblas_sgemm_is_right(sgemm, CblasTrans, CblasNoTrans, size[0], size[1], size[2]) ||
            !cblas_dgemm_is_right(dgemm, CblasNoTrans, CblasNoTrans, size[0], size[1], size[2]) ||
            !cblas_dgemm_is_right(dgemm, CblasTrans, CblasNoTrans, size[0], size[1], size[2]))
            return false;
    }
    return true;
}
