import Foundation

/// Where bars stand on a logarithmic axis, which has no zero.
enum BarFloor {
    /// The power of ten below a value: the lowest bar is as tall as the step to it.
    static func below(_ lowest: Double) -> Double {
        lowest.isFinite && lowest > 0 ? pow(10, (log10(lowest) - 1e-9).rounded(.up) - 1) : .nan
    }
}
