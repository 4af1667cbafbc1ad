import Notebook
import Plots

extension Widths: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("widths", Self.figure(results))
        Value("width-gain", Estimate(of: results.gains))
        Value("width-doublings", Estimate(of: results.doublings))
        Value("widest", results.widths.last ?? 0)
        Value("widest-training", results.widestTraining)
        Value("network-noise", results.noise)
        Claim(
            "0-3X",
            "The model that generalizes best is a large one that is regularized, rather than a smaller one of the right size.",
            method: """
                Networks of one hidden layer on a regression problem; width, and width with weight decay, chosen on one sample \
                and judged on another, paired over data sets.
                """
        ) {
            Check.positive("best plain error minus best error with decay", differences: results.gains)
            Check.positive(
                "doublings of the width from the one to the other", differences: results.doublings)
        }
    }

    private static func figure(_ widths: Results) -> Figure {
        let xs = widths.widths.map(Double.init)
        return Figure(width: 420, height: 210, title: "Width with and without weight decay") {
            Panel(
                x: Axis("hidden units", scale: .log, ticks: .values(xs)), y: Axis("test error"),
                legend: .top
            ) {
                Band(x: xs, replicates: widths.plain, .standardError).role(.series(1)).marker(.square)
                    .label(
                        "no penalty")
                Band(x: xs, replicates: widths.decayed, .standardError).role(.series(0)).marker(.dot)
                    .label("weight decay")
            }
        }
    }

    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("0-3X") { $0.gains = $0.gains.map { -$0 } },
        Mutant("0-3X") { $0.doublings = $0.doublings.map { -$0 } },
        Mutant("0-3X") { $0.doublings = [1, -1, 2, -2] },
    ]
}
