/// How far an objective without noise lies from the one with noise, summed over problems, at several variances.
struct Misses {
    let variances: [Double]
    var plain: [Double]
    var penalty: [Double]
    var expansion: [Double]

    init(variances: [Double]) {
        self.variances = variances
        plain = variances.map { _ in 0 }
        penalty = plain
        expansion = plain
    }

    /// Variances from 10⁻⁴ to 10⁻¹, two to an octave apart.
    static let variances = (0..<11).map { 1e-4 * Double(1 << $0) }

    /// The power of the variance with which the expansion misses, between the third and the second variance.
    var power: Double { expansion.power(1, 2) }
}
