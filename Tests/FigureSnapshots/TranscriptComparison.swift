/// Compares two transcripts of drawings by what could be seen.
///
/// Everything but numbers must be the same. Places may differ by one in their last digit. Paths may have other vertices:
/// each must keep near the other from its start to its end, since last bits of an experiment decide which of two points
/// that a contour passes equally well is kept.
struct TranscriptComparison {
    /// How far apart, in points, two paths may run: somewhat more than twice what a contour's line may leave of its points.
    static let pathLimit = 0.1
    /// How much another number may differ.
    static let numberLimit = 0.0101

    /// The first line, counted from nought, in which the transcripts differ; nil when they are alike.
    static func firstDifference(_ expected: String, _ found: String) -> Int? {
        let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let given = found.split(separator: "\n", omittingEmptySubsequences: false)
        for (place, pair) in zip(wanted, given).enumerated() where !areAlike(pair.0, pair.1) { return place }
        return wanted.count == given.count ? nil : min(wanted.count, given.count)
    }

    private static func areAlike(_ expected: Substring, _ found: Substring) -> Bool {
        if expected == found { return true }
        let (wanted, given) = (TranscriptLine(expected), TranscriptLine(found))
        guard wanted.words.count == given.words.count, wanted.paths.count == given.paths.count else { return false }
        return zip(wanted.words, given.words).allSatisfy(areAlikeWords)
            && zip(wanted.paths, given.paths).allSatisfy { wanted, given in
                wanted.isClosed == given.isClosed && keeps(near: wanted.points, given.points)
                    && keeps(near: given.points, wanted.points)
            }
    }

    private static func areAlikeWords(_ expected: Substring, _ found: Substring) -> Bool {
        if expected == found { return true }
        let (wanted, given) = (expected.split(separator: ","), found.split(separator: ","))
        guard wanted.count == given.count else { return false }
        return zip(wanted, given).allSatisfy { wanted, given in
            guard let wanted = Double(wanted), let given = Double(given) else { return wanted == given }
            return abs(wanted - given) <= numberLimit
        }
    }

    /// Whether a walk along `path`, never turning back, passes every one of `points` in order, and ends where they end.
    static func keeps(near path: [SIMD2<Double>], _ points: [SIMD2<Double>]) -> Bool {
        guard let last = path.last, let end = points.last else { return path.isEmpty && points.isEmpty }
        var segment = 0
        var share = 0.0
        for point in points {
            while true {
                let start = path[segment]
                let along = segment + 1 < path.count ? path[segment + 1] - start : .zero
                if let reached = firstShare(near: point, start, along, from: share) {
                    share = reached
                    break
                }
                segment += 1
                share = 0
                if segment >= path.count { return false }
            }
        }
        return distance(last, end) <= pathLimit
    }

    /// The first place on a segment, from a share of its length on, that is near a point.
    private static func firstShare(
        near point: SIMD2<Double>, _ start: SIMD2<Double>, _ along: SIMD2<Double>, from share: Double
    ) -> Double? {
        if distance(start + share * along, point) <= pathLimit { return share }
        let offset = point - start
        let squared = (along * along).sum()
        guard squared > 0 else { return nil }
        let foot = (offset * along).sum() / squared
        let across = (offset * offset).sum() - foot * foot * squared
        let half = (pathLimit * pathLimit - across) / squared
        guard half >= 0 else { return nil }
        let first = foot - half.squareRoot()
        return first >= share && first <= 1 ? first : nil
    }

    private static func distance(_ first: SIMD2<Double>, _ second: SIMD2<Double>) -> Double {
        ((first - second) * (first - second)).sum().squareRoot()
    }
}
