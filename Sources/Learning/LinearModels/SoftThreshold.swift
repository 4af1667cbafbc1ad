/// sign(x) · max(|x| − threshold, 0): the proximal operator of the L1 norm, and the lasso's solution when the Hessian
/// is the identity.
@inline(__always)
public func softThreshold(_ x: Double, _ threshold: Double) -> Double {
    if x > threshold { return x - threshold }
    if x < -threshold { return x + threshold }
    return 0
}
