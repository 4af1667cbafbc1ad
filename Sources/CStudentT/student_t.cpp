#include "CStudentT.h"

#include <cmath>
#include <limits>

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>

namespace {

namespace policies = boost::math::policies;

/* Values outside a domain are NaN or infinite and never thrown: Swift catches no exceptions. */
typedef policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>, policies::underflow_error<policies::ignore_error>,
    policies::denorm_error<policies::ignore_error>, policies::rounding_error<policies::ignore_error>,
    policies::evaluation_error<policies::ignore_error>, policies::indeterminate_result_error<policies::ignore_error> >
    Quiet;

typedef boost::math::students_t_distribution<double, Quiet> StudentT;
typedef boost::math::normal_distribution<double, Quiet> Normal;

const double nan_value = std::numeric_limits<double>::quiet_NaN();
const double infinity = std::numeric_limits<double>::infinity();

/* P(T <= t) - 1/2, to the last digits near t = 0, where the distributions of Boost.Math lose some. */
double excess(double nu, double t) {
    double half = boost::math::ibeta(0.5, nu / 2, t * t / (nu + t * t), Quiet()) / 2;
    return t < 0 ? -half : half;
}

bool is_near_the_middle(double nu, double t) { return std::abs(t) < 0.5 && t * t < nu && nu < 1e15; }

} // namespace

double student_t_cumulative(double nu, double t) {
    if (!(nu > 0) || std::isnan(t)) return nan_value;
    if (std::isinf(t)) return t < 0 ? 0 : 1;
    if (std::isinf(nu)) return boost::math::cdf(Normal(), t);
    if (std::abs(t) > 1e150 && nu < 1e100) {
        /* Boost squares t: here the tail is its leading power. */
        double power = std::exp(nu / 2 * (std::log(nu) - 2 * std::log(std::abs(t))));
        double tail = power / (nu * boost::math::beta(nu / 2, 0.5, Quiet()));
        return t < 0 ? tail : 1 - tail;
    }
    return is_near_the_middle(nu, t) ? 0.5 + excess(nu, t) : boost::math::cdf(StudentT(nu), t);
}

double student_t_quantile(double nu, double p) {
    if (!(nu > 0) || !(p >= 0 && p <= 1)) return nan_value;
    if (p == 0 || p == 1) return p == 0 ? -infinity : infinity;
    if (std::isinf(nu)) return boost::math::quantile(Normal(), p);
    double t = boost::math::quantile(StudentT(nu), p);
    /* Newton's steps. */
    for (int step = 0; step < 2 && is_near_the_middle(nu, t); step++)
        t -= (excess(nu, t) - (p - 0.5)) / boost::math::pdf(StudentT(nu), t);
    return t;
}
