/// A mark that is named at the right end of its line.
protocol LineEnding {
    /// The y of its last point; NaN without one.
    var lastHeight: Double { get }
}

extension Line: LineEnding {
    var lastHeight: Double {
        let (xs, ys) = (xs, ys)
        let last = (0..<min(xs.count, ys.count)).last { xs[$0].isFinite && ys[$0].isFinite }
        return last.map { ys[$0] } ?? .nan
    }
}

extension Band: LineEnding {
    var lastHeight: Double {
        middles?.last(where: \.isFinite)
            ?? (0..<min(lows.count, highs.count)).reversed().lazy.map { (lows[$0] + highs[$0]) / 2 }.first(
                where: \.isFinite) ?? .nan
    }
}
