import Notebook
import Plots

extension Sensitivity: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let (main, last) = (results.main, parameters.variances.count - 1)
        PageFigure("sensitivity", Self.sensitivities(main, parameters.variances))
        PageFigure("input-noise", Self.gains(results, parameters.variances))
        Value("network-examples", main.examples)
        Value("largest-variance", parameters.variances[last])
        Value("plain-sensitivity", Estimate(of: main.sensitivities.map { $0[0] }))
        Value("noisy-sensitivity", Estimate(of: main.sensitivities.map { $0[last] }))
        Value("smallest-size-gain", Estimate(of: results.sizes[0].gains))
        Value("main-gain", Estimate(of: main.gains))
        Value("largest-size-gain", Estimate(of: results.sizes[results.sizes.count - 1].gains))
        Value("main-error", Estimate(of: main.testErrors.map { $0[0] }))
        Claim(
            "6-7X", "Training with input noise lowers the sensitivity of the network to its inputs.",
            method:
                "Networks of 30 tanh units trained on the same data under noise of rising variance: mean $\\lVert\\nabla_{\\mathbf x}\\hat y\\rVert^2$ on test inputs, each variance against the next."
        ) {
            for step in 1..<parameters.variances.count {
                Check.positive(
                    "fall from $\\nu=\(parameters.variances[step - 1])$ to $\(parameters.variances[step])$",
                    differences: results.main.sensitivities.map { $0[step - 1] - $0[step] })
            }
        }
        Claim(
            "6-15X", "Training with noise on the inputs promotes generalization.",
            method: """
                The same networks, on training sets of several sizes: squared error on fresh examples without noise minus that with \
                the noise, of three variances, that does best on validation data, paired over data sets.
                """,
            expecting: .inconclusive
        ) {
            for size in results.sizes {
                Check.positive("gain with \(size.examples) examples", differences: size.gains)
            }
        }
    }

    private static func sensitivities(_ size: Size, _ variances: [Double]) -> Figure {
        let axis = Self.axis(variances)
        return Figure(width: 420, height: 180, title: "Sensitivity and test error against training noise") {
            Row {
                Panel(x: axis, y: Axis("mean $\\|\\nabla_x \\hat y\\|^2$", including: [0])) {
                    Band(x: variances, replicates: size.sensitivities).role(.series(3)).dash(.solid).marker(
                        .dot)
                }
                Panel(x: axis, y: Axis("test error", including: [0])) {
                    Band(x: variances, replicates: size.testErrors).role(.test).marker(.dot)
                }
            }
        }
    }

    private static func axis(_ variances: [Double]) -> Axis {
        Axis(
            "training noise $\\nu$", scale: .symmetricLog(linear: variances.dropFirst().first ?? 1),
            ticks: .labelled(variances.map { Tick($0, $0 == 0 ? "0" : "\($0)") }))
    }

    private static func gains(_ results: Results, _ variances: [Double]) -> Figure {
        Figure(width: 420, height: 190, title: "Gain in test error from noise on the inputs") {
            Panel(x: axis(variances), y: Axis("test error saved by noise", including: [0]), legend: .top) {
                Rule(y: 0).role(.muted).dash(.dotted)
                for (place, size) in results.sizes.enumerated() {
                    Band(x: variances, replicates: size.testErrors.map { row in row.map { row[0] - $0 } })
                        .role(.series(place)).marker(.dot).label("\(size.examples) examples")
                }
            }
        }
    }
}

extension Sensitivity {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("6-7X") { $0.change { $0.sensitivities = $0.sensitivities.map { $0.reversed() } } },
        Mutant("6-7X") { $0.change { $0.sensitivities = $0.sensitivities.map { $0.map { _ in 1 } } } },
        Mutant("6-15X") {
            $0.change { $0.testErrors = $0.testErrors.map { row in [row[0]] + row.dropFirst().map { $0 + 10 } } }
        },
    ]
}

extension Sensitivity.Results {
    fileprivate mutating func change(_ size: (inout Sensitivity.Size) -> Void) {
        for place in sizes.indices { size(&sizes[place]) }
    }
}
