import CFriBidi

/// The pieces of a line that run in one direction, from left to right as a reader sees them (Unicode Standard Annex 9).
struct BidiRuns {
    /// Scalars that follow each other, in the order in which they are read.
    struct Run {
        var range: Range<Int>
        var isRightToLeft: Bool
    }

    /// The level of each scalar: odd ones run from right to left.
    private let levels: [FriBidiLevel]

    /// A line whose direction is that of its first letter which has one.
    init(_ scalars: [UInt32]) {
        let count = FriBidiStrIndex(scalars.count)
        var types = [FriBidiCharType](repeating: FriBidiCharType(0), count: scalars.count)
        var brackets = [FriBidiBracketType](repeating: 0, count: scalars.count)
        var levels = [FriBidiLevel](repeating: 0, count: scalars.count)
        var direction = FRIBIDI_PAR_ON
        fribidi_get_bidi_types(scalars, count, &types)
        fribidi_get_bracket_types(scalars, count, types, &brackets)
        // Without memory the line stays as it is written.
        let highest = fribidi_get_par_embedding_levels_ex(types, brackets, count, &direction, &levels)
        self.levels = highest > 0 ? levels : [FriBidiLevel](repeating: 0, count: scalars.count)
    }

    /// The runs as they stand on the page, cut where `isCut` says so between two scalars.
    func visual(cutting isCut: (Int) -> Bool) -> [Run] {
        var runs: [(range: Range<Int>, level: FriBidiLevel)] = []
        for (place, level) in levels.enumerated() {
            if let last = runs.last, last.level == level, !isCut(place) {
                runs[runs.count - 1].range = last.range.lowerBound..<(place + 1)
            } else {
                runs.append((place..<(place + 1), level))
            }
        }
        let highest = levels.max() ?? 0
        let lowest = levels.filter { !$0.isMultiple(of: 2) }.min() ?? 1
        for level in stride(from: highest, through: lowest, by: -1) {
            var start = 0
            while start < runs.count {
                guard runs[start].level >= level else {
                    start += 1
                    continue
                }
                var end = start
                while end < runs.count, runs[end].level >= level { end += 1 }
                runs[start..<end].reverse()
                start = end
            }
        }
        return runs.map { Run(range: $0.range, isRightToLeft: !$0.level.isMultiple(of: 2)) }
    }
}
