/// Finds a step length along a descent direction that meets the strong Wolfe conditions
/// (Nocedal and Wright 2006, algorithms 3.5 and 3.6).
struct LineSearch {
    struct Trial {
        let length: Double
        let value: Double
        let slope: Double
        let point: [Double]
        let gradient: [Double]
    }

    private let start: (value: Double, slope: Double)
    private let sufficientDecrease = 1e-4
    private let curvature = 0.9

    init(value: Double, slope: Double) { start = (value, slope) }

    /// Tries `first` and what follows from it. Nil when no length lowers the value.
    func run(first: Double, _ evaluate: (Double) -> Trial) -> Trial? {
        var previous: Trial?
        var length = first
        for _ in 0..<40 {
            let trial = evaluate(length)
            if !isLowEnough(trial) || previous.map({ trial.value >= $0.value }) ?? false {
                return zoom(low: previous, high: trial, evaluate)
            }
            if isFlatEnough(trial) { return trial }
            if trial.slope >= 0 { return zoom(low: trial, high: previous, evaluate) }
            previous = trial
            length *= 2
        }
        return previous
    }

    /// Narrows an interval that holds a good length; a nil end is the start itself, at length 0.
    private func zoom(low: Trial?, high: Trial?, _ evaluate: (Double) -> Trial) -> Trial? {
        var low = low
        var high = high
        for _ in 0..<60 {
            let a = low?.length ?? 0
            let b = high?.length ?? 0
            let trial = evaluate(interpolated(low, high, a, b))
            if !isLowEnough(trial) || trial.value >= low?.value ?? start.value {
                high = trial
            } else {
                if isFlatEnough(trial) { return trial }
                if trial.slope * (b - a) >= 0 { high = low }
                low = trial
            }
            if abs(b - a) <= 1e-16 * max(abs(a), abs(b)) { break }
        }
        // The best point that lowers the value, though it is not flat enough.
        return low.flatMap { $0.value < start.value ? $0 : nil }
    }

    /// The minimum of the parabola through the lower end's value and slope and the higher end's value, kept inside.
    private func interpolated(_ low: Trial?, _ high: Trial?, _ a: Double, _ b: Double) -> Double {
        let value = low?.value ?? start.value
        let slope = low?.slope ?? start.slope
        let width = b - a
        let other = high?.value ?? start.value
        let curvature = (other - value - slope * width) / (width * width)
        let guess = a - slope / (2 * curvature)
        let (left, right) = (min(a, b) + 0.1 * abs(width), max(a, b) - 0.1 * abs(width))
        return guess.isFinite && curvature > 0 ? min(max(guess, left), right) : 0.5 * (a + b)
    }

    /// Sufficient decrease, or, where rounding hides it, the slope that a parabola would then have
    /// (the approximate Wolfe condition of Hager and Zhang 2005).
    private func isLowEnough(_ trial: Trial) -> Bool {
        if trial.value <= start.value + sufficientDecrease * trial.length * start.slope { return true }
        return trial.value <= start.value + 1e-13 * abs(start.value)
            && trial.slope <= (2 * sufficientDecrease - 1) * start.slope
    }

    private func isFlatEnough(_ trial: Trial) -> Bool { abs(trial.slope) <= -curvature * start.slope }
}
