/// Moves boxes in a column apart, each as little as possible in the sum of squares (pooling adjacent violators).
enum SpreadOut {
    /// The tops of boxes of these heights, whose wanted tops rise, so that none overlap; inside `range` if they fit.
    static func tops(wanted: [Double], heights: [Double], in range: ClosedRange<Double>) -> [Double] {
        // A pool is a run of boxes that touch: the sum of where each would want the run to start, and its size.
        var pools: [(sum: Double, count: Int, height: Double)] = []
        for (want, height) in zip(wanted, heights) {
            pools.append((want, 1, height))
            while pools.count > 1,
                start(pools[pools.count - 2], range) + pools[pools.count - 2].height
                    > start(pools[pools.count - 1], range)
            {
                let last = pools.removeLast()
                let before = pools.removeLast()
                pools.append(
                    (
                        before.sum + last.sum - Double(last.count) * before.height, before.count + last.count,
                        before.height + last.height
                    ))
            }
        }
        var tops: [Double] = []
        for pool in pools {
            var top = start(pool, range)
            for _ in 0..<pool.count {
                tops.append(top)
                top += heights[tops.count - 1]
            }
        }
        return tops
    }

    private static func start(_ pool: (sum: Double, count: Int, height: Double), _ range: ClosedRange<Double>) -> Double
    {
        max(range.lowerBound, min(range.upperBound - pool.height, pool.sum / Double(pool.count)))
    }
}
