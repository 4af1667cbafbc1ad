import Foundation

/// Gradient descent with learning rate 1 on the logistic loss of a single example x = 1 of the positive class,
/// in the arithmetic of `Scalar`: w ← w + 1/(1 + eʷ) from w = 0.
struct OneWeightAscent<Scalar: BinaryFloatingPoint> {
    /// What a step adds at w.
    let slope: (Scalar) -> Scalar
    private(set) var weight: Scalar = 0
    /// How many steps were taken.
    private(set) var steps = 0.0
    /// Steps at which the weight is asked for, ascending, and the weights then.
    private var times: ArraySlice<Double>
    private(set) var samples: [Double] = []

    init(sampledAt times: [Double], slope: @escaping (Scalar) -> Scalar) {
        self.slope = slope
        self.times = times[...]
    }

    /// Takes steps one by one, until `limit` steps were taken in all or a step changes nothing.
    mutating func iterate(until limit: Double) {
        while steps < limit {
            let here = weight
            record(through: steps) { _ in here }
            let next = here + slope(here)
            if next == here { break }
            weight = next
            steps += 1
        }
    }

    /// Takes many steps together as if rounding did not exist, until the weight is `target`.
    ///
    /// One step raises eʷ + w/2 by 1 + O(δ²), where δ is what it adds to w, and the sum of all later δ² is about δ:
    /// so the number of steps is the rise of eʷ + w/2.
    mutating func jump(toWeight target: Scalar) {
        let start = OneWeightAscent.clock(weight)
        let begin = steps
        let end = begin + (OneWeightAscent.clock(target) - start).rounded()
        let here = Double(weight)
        record(through: end) { time in Scalar(OneWeightAscent.weight(atClock: start + time - begin, from: here)) }
        weight = target
        steps = end
    }

    // snippet.one-weight-crawl
    /// Takes steps exactly as rounded arithmetic does, all those together that add the same number of units in the last
    /// place, until a step changes nothing.
    mutating func crawl() {
        while true {
            let first = increment(weight)
            guard first > 0 else { return }
            let base = weight
            var low = 0.0
            var high = 1.0
            while increases(base, by: first, after: high) { (low, high) = (high, 2 * high) }
            while high - low > 1 {
                let middle = ((low + high) / 2).rounded(.down)
                if increases(base, by: first, after: middle) { low = middle } else { high = middle }
            }
            // After `low` steps the increment is still the same one, so one more step is safe.
            let taken = low + 1
            let begin = steps
            record(through: begin + low) { base + Scalar($0 - begin) * first }
            weight = base + Scalar(taken) * first
            steps += taken
        }
    }
    // snippet.end

    /// Fills what is left of the samples with the last weight.
    mutating func rest() {
        let last = weight
        record(through: .infinity) { _ in last }
    }

    /// What a step at `w` really adds after rounding.
    private func increment(_ w: Scalar) -> Scalar { (w + slope(w)) - w }

    /// Whether the step after `count` steps of `size` from `base` still has that size and the same unit in the last place.
    private func increases(_ base: Scalar, by size: Scalar, after count: Double) -> Bool {
        let w = base + Scalar(count) * size
        return w.exponent == base.exponent && increment(w) == size
    }

    private mutating func record(through time: Double, _ weightAt: (Double) -> Scalar) {
        while let next = times.first, next <= time {
            samples.append(Double(weightAt(next)))
            times = times.dropFirst()
        }
    }

    private static func clock(_ w: Scalar) -> Double { exp(Double(w)) + Double(w) / 2 }

    /// The w with eʷ + w/2 = `clock`, by Newton's method.
    private static func weight(atClock clock: Double, from start: Double) -> Double {
        var w = max(start, log(clock))
        for _ in 0..<20 { w -= (exp(w) + w / 2 - clock) / (exp(w) + 0.5) }
        return w
    }
}
