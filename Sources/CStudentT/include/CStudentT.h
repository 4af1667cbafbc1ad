#ifndef CSTUDENTT_H
#define CSTUDENTT_H

#ifdef __cplusplus
extern "C" {
#endif

/* P(T <= t) of Student's t with nu degrees of freedom, infinity for the normal distribution; NaN where it is not defined. */
double student_t_cumulative(double nu, double t);

/* The t with P(T <= t) = p; infinite for 0 and 1, NaN where it is not defined. */
double student_t_quantile(double nu, double p);

#ifdef __cplusplus
}
#endif

#endif
