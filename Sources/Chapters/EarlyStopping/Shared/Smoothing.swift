import LinearAlgebra

extension [Double] {
    /// The curve with each value replaced by the mean over a tenth of the curve around it, less at the ends.
    var smoothed: [Double] {
        let reach = count / 20
        return indices.map { epoch in
            self[Swift.max(0, epoch - reach)...Swift.min(count - 1, epoch + reach)].reduce(0, +)
                / Double(Swift.min(count - 1, epoch + reach) - Swift.max(0, epoch - reach) + 1)
        }
    }

    /// How far the smoothed curve's end lies above its lowest value, relative to that.
    var riseAfterTurn: Double {
        let curve = smoothed
        return (curve.last ?? .nan) / (curve.min() ?? .nan) - 1
    }

    /// Whether the curve turns: its end lies more than a hundredth above its lowest value, both smoothed.
    var turns: Bool { riseAfterTurn > 0.01 }
}

extension [[Double]] {
    /// The epoch, counted from zero, at which the mean of the smoothed curves is lowest.
    var turn: Int {
        let curves = map(\.smoothed)
        return curves[0].indices.map { epoch in curves.reduce(0) { $0 + $1[epoch] } }.placeOfLowest
    }
}
