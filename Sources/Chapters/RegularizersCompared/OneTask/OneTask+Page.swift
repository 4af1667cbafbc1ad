import Notebook
import Plots
import Statistics

extension OneTask: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("trade", Self.figure(results))
        results.table
        if let plain = results.arm(.none) {
            Value("plain-error", Estimate(of: plain.errors))
            Value("plain-bias", plain.squaredBias)
            Value("plain-variance", plain.variance)
        }
        if let best = results.ordered.first {
            Value("best", best.method.name.replacing("$L^1$", with: "L¹"))
            Value("best-error", Estimate(of: best.errors))
        }
        for method in [Method.weightDecay, .earlyStopping, .dropout, .bagging, .symmetry] {
            if let arm = results.arm(method) {
                Value("\(Self.slug(method))-gain", results.gain(of: arm))
            }
        }
        for method in [Method.earlyStopping, .bagging] {
            if let arm = results.arm(method) { Value("\(Self.slug(method))-cost", results.cost(of: arm)) }
        }
        Value("helpful", results.arms.count { $0.method != .none && results.gain(of: $0).isAboveZero })
        Value("regularizers", results.arms.count - 1)
    }

    private static func slug(_ method: Method) -> String {
        method.rawValue.replacing(/[A-Z]/) { "-\($0.0.lowercased())" }
    }

    /// Squared bias and variance, stacked, the lowest error first.
    private static func figure(_ results: Results) -> Figure {
        // Level bars count from below.
        let arms = Array(results.ordered.reversed())
        let names = arms.map(\.method.name)
        return Figure(width: 420, height: 230, title: "Bias and variance with each regularizer") {
            Panel(x: Axis("mean squared distance from the target", including: [0]), y: Axis(""), legend: .top) {
                Bars(names, y: arms.map { max(0, $0.squaredBias) }).role(.series(2)).label("squared bias").level()
                    .stacked()
                Bars(names, y: arms.map(\.variance)).role(.series(0)).label("variance").level().stacked()
            }
        }
    }
}

extension OneTask.Results {
    /// The lowest error first.
    var ordered: [OneTask.Arm] { arms.sorted { $0.errors.mean < $1.errors.mean } }

    /// The error without a regularizer minus that with it, paired over training sets.
    func gain(of arm: OneTask.Arm) -> Estimate {
        let plain = self.arm(.none)?.errors ?? []
        return Estimate(of: zip(plain, arm.errors).map { $0 - $1 })
    }

    /// Examples seen in training, in units of those that the plain network sees.
    func cost(of arm: OneTask.Arm) -> Double { arm.passes.mean / (self.arm(.none)?.passes.mean ?? .nan) }

    fileprivate var table: Table {
        Table(
            "regularizers",
            columns: [
                .init("regularizer"), .init("error"), .init("saved"), .init("squared bias", digits: 2),
                .init("variance", digits: 2), .init("cost", digits: 2), .init("runs to tune"),
            ],
            rows: ordered.map { arm in
                let (error, gain) = (Estimate(of: arm.errors), gain(of: arm))
                return [
                    .text(arm.method.name), .estimate(mean: error.mean, halfWidth: error.halfWidth, n: error.n),
                    arm.method == .none
                        ? .number(.nan) : .estimate(mean: gain.mean, halfWidth: gain.halfWidth, n: gain.n),
                    .number(arm.squaredBias), .number(arm.variance), .number(cost(of: arm)),
                    .count(arm.method.strengths.count),
                ]
            })
    }
}

extension Estimate {
    fileprivate var isAboveZero: Bool { mean > halfWidth }
}
