import Foundation
import Laboratory
import LinearAlgebra
import LinearModels

/// Logistic regression on separable data, followed for a long time.
public struct Growth: Experiment {
    package var equations = Equations.chapter

    public init() {}

    public static let question = "How far do weights grow on separable data, and what stops them?"

    public struct Parameters: Codable, Sendable {
        @Parameter("random separable problems", in: 1...1_000) public var problems = 20
        @Parameter("steps on one weight taken one by one before steps are taken together", in: 100_000...100_000_000)
        public var directSteps = 1_000_000
        @Parameter("weight decay $\\alpha$ of the figure", in: 1e-12...10) public var drawnDecay = 1e-3
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Random separable problems in which doubling w kept every label right and raised the likelihood.
        public var doublings: Int
        /// Steps of gradient descent on those problems at which ‖w‖ did not grow, and how many steps there were.
        public var shrinkingSteps: Int
        public let steps: Int
        /// One weight, learning rate 1: steps t and w(t) in exact arithmetic, in double and in single precision, with decay.
        public let times: [Double]
        public let exact: [Double]
        public let double: [Double]
        public let single: [Double]
        public let decayed: [Double]
        /// w after 10³, 10⁴ and 10⁵ steps.
        public var milestones: [Double]
        /// The slope of w in ln t from 10³ to 10¹⁰ steps.
        public var slope: Double
        /// The distance between taking steps together from 10⁵ on and one by one up to `directSteps`.
        public var jumpError: Double
        /// Single precision: difference of the step of the last change, one by one minus together, and of the weights.
        public var stallStepGap: Double
        public var stallWeightGap: Double
        /// Where rounding stops the weight, and the largest finite number; then what the next step changes.
        public var singleStall: Stall
        public var doubleStall: Stall
        /// Newton's method: the step at which the weight becomes NaN, and the last weight that was one.
        public var newtonSteps: Int
        public let newtonWeight: Double
        /// Gradient descent with a careless sigmoid and inputs of this size: the step at which the weight becomes NaN.
        public let carelessInput: Double
        public var carelessSteps: Int
        /// The same with the sigmoid written safely: the last weight.
        public let carefulWeight: Double
    }

    /// The place where rounding stops gradient descent.
    public struct Stall: Codable, Sendable {
        /// The step of the last change.
        public let steps: Double
        public var weight: Double
        /// Decades from the weight to the largest finite number; 0 when the weight overflowed.
        public var decadesToOverflow: Double
        /// What a further step changes.
        public var change: Double
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("growth")
        let separable = Self.followed(parameters, from: &stream)
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
        let newton = Self.newton()
        let careless = Self.carelessDescent(input: 100)
        return Results(
            doublings: separable.doublings, shrinkingSteps: separable.shrinking,
            steps: separable.steps, times: times, exact: exact.samples, double: double.samples, single: single.samples,
            decayed: Self.decayed(times, by: parameters.drawnDecay, slope: slope),
            milestones: [12, 16, 20].map { exact.samples[$0] },
            slope: (exact.samples[40] - exact.samples[12]) / (7 * log(10)),
            jumpError: abs(exact.samples[end] - direct.samples[end]),
            stallStepGap: single.steps - together.steps, stallWeightGap: Double(single.weight - together.weight),
            singleStall: Stall(single, highest: Double(Float.greatestFiniteMagnitude)),
            doubleStall: Stall(double, highest: .greatestFiniteMagnitude),
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

extension Growth.Stall {
    fileprivate init<Scalar>(_ ascent: OneWeightAscent<Scalar>, highest: Double) {
        let weight = Double(ascent.weight)
        self.init(
            steps: ascent.steps, weight: weight,
            decadesToOverflow: weight.isFinite ? max(0, log10(highest / weight)) : 0,
            change: Double((ascent.weight + ascent.slope(ascent.weight)) - ascent.weight))
    }
}
