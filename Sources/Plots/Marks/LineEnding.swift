/// A mark that is named at the right end of its line.
protocol LineEnding {
    /// The y of its last point; NaN without one.
    var lastHeight: Double { get }
}

extension Line: LineEnding {
    var lastHeight: Double { zip(xs, ys).filter { $0.isFinite && $1.isFinite }.last?.1 ?? .nan }
}

extension Band: LineEnding {
    var lastHeight: Double { (middles ?? zip(lows, highs).map { ($0 + $1) / 2 }).last(where: \.isFinite) ?? .nan }
}
