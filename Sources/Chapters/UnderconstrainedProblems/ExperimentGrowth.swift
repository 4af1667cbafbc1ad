import Foundation
import Learning
import Notebook

extension GrowthMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) -> GrowthMeasurements {
        var stream = lab.stream("growth")
        let separable = followed(parameters, from: &stream)
        let slope = equations.marginSlope
        // Four to a decade, and the round numbers exactly.
        let times = (0...64).map { pow(10, Double($0) / 4).rounded() }

        var direct = OneWeightAscent<Double>(sampledAt: times, slope: slope)
        direct.iterate(until: 1e5)
        var exact = direct
        exact.jump(toWeight: 37)
        exact.rest()
        direct.iterate(until: Double(parameters.directSteps) + 1)
        // The weight from which on a step adds some 10⁵ units in the last place: before it, rounding doesn't matter.
        var double = direct
        double.jump(toWeight: 21.5)
        double.crawl()
        double.rest()

        let singleSlope: (Float) -> Float = { Float(slope(Double($0))) }
        var single = OneWeightAscent<Float>(sampledAt: times, slope: singleSlope)
        single.iterate(until: 1e4)
        var together = single
        single.iterate(until: .infinity)
        together.crawl()
        single.rest()

        let end = times.firstIndex(of: Double(parameters.directSteps)) ?? 0
        let newton = newton()
        let careless = carelessDescent(input: 100)
        return GrowthMeasurements(
            problems: parameters.problems, doublings: separable.doublings, shrinkingSteps: separable.shrinking,
            steps: separable.steps, times: times, exact: exact.samples, double: double.samples, single: single.samples,
            decayed: decayed(times, by: parameters.drawnDecay, slope: slope),
            milestones: [12, 16, 20].map { exact.samples[$0] },
            slope: (exact.samples[40] - exact.samples[12]) / (7 * log(10)),
            jumpError: abs(exact.samples[end] - direct.samples[end]),
            stallStepGap: single.steps - together.steps, stallWeightGap: Double(single.weight - together.weight),
            singleStall: Stall(single, greatest: Double(Float.greatestFiniteMagnitude)),
            doubleStall: Stall(double, greatest: .greatestFiniteMagnitude),
            newtonSteps: newton.steps, newtonWeight: newton.weight,
            carelessInput: 100, carelessSteps: careless.steps, carefulWeight: careless.careful)
    }

    /// Gradient descent on random separable problems: whether doubling the final weights keeps all labels right and
    /// raises the likelihood, and at how many steps the norm did not grow.
    private static func followed(
        _ parameters: Parameters, from stream: inout RandomStream
    ) -> (doublings: Int, shrinking: Int, steps: Int) {
        var doublings = 0
        var shrinking = 0
        let steps = 4000
        for _ in 0..<parameters.problems {
            let data = SeparableData(examples: 30, features: 3, margin: 0.3, from: &stream)
            var w = [Double](repeating: 0, count: 3)
            for _ in 0..<steps {
                let next = w.subtracting(data.loss.gradient(at: w))
                if next.norm <= w.norm { shrinking += 1 }
                w = next
            }
            let doubled = w.scaled(by: 2)
            let right = data.loss.accuracy(of: w) == 1 && data.loss.accuracy(of: doubled) == 1
            if right && data.loss.loss(at: doubled) < data.loss.loss(at: w) { doublings += 1 }
        }
        return (doublings, shrinking, parameters.problems * steps)
    }

    /// One weight under weight decay, step by step until it rests.
    private static func decayed(_ times: [Double], by alpha: Double, slope: @escaping (Double) -> Double) -> [Double] {
        var ascent = OneWeightAscent<Double>(sampledAt: times) { slope($0) - alpha * $0 }
        ascent.iterate(until: 1e5)
        ascent.rest()
        return ascent.samples
    }

    /// Newton's method on the loss of one weight: the step at which the weight stops being a number.
    private static func newton() -> (steps: Int, weight: Double) {
        var w = 0.0
        for step in 1...10_000 {
            let miss = 1 / (1 + exp(w))
            let next = w + miss / (miss * (1 - miss))
            guard next.isFinite else { return (step, w) }
            w = next
        }
        return (0, w)
    }

    /// Gradient descent on one example with a large input, where the sigmoid is written eᶻ/(1 + eᶻ).
    private static func carelessDescent(input: Double) -> (steps: Int, careful: Double) {
        var careless = 0.0
        var careful = 0.0
        var steps = 0
        for step in 1...1000 {
            careful += input / (1 + exp(input * careful))
            guard steps == 0 else { continue }
            careless += input * (1 - exp(input * careless) / (1 + exp(input * careless)))
            if careless.isNaN { steps = step }
        }
        return (steps, careful)
    }
}

extension Stall {
    fileprivate init<Scalar>(_ ascent: OneWeightAscent<Scalar>, greatest: Double) {
        let weight = Double(ascent.weight)
        self.init(
            steps: ascent.steps, weight: weight,
            decadesToOverflow: weight.isFinite ? max(0, log10(greatest / weight)) : 0,
            change: Double((ascent.weight + ascent.slope(ascent.weight)) - ascent.weight))
    }
}
