import LinearAlgebra
import Notebook
import Plots
import Statistics

extension Toy: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("toy", Self.figure(results))
        Value("single", Estimate(of: results.single))
        Value("extra-input", Estimate(of: results.extraInput))
        Value("extra-output", Estimate(of: results.extraOutput))
        Value("shuffled", Estimate(of: results.shuffled))
        Value("toy-halted", results.epochs.max() ?? .nan)
        Value("toy-loss", Estimate(of: results.extraOutput.subtracting(results.single)))
        Claim(
            "12-6X", "A published toy: asking for a related second target as well lowers the error of the first.",
            method: """
                Not in the chapter: Caruana 1997, Table 6, 0.0648 alone and 0.0631 together over 50 trials. Test error of the first \
                target, learned alone and with the second as another output; control: the second shuffled among the cases. Networks \
                stopped after \(Int((results.epochs.first ?? .nan).rounded())) and \(Int((results.epochs.dropFirst(2).first ?? .nan).rounded())) \
                of at most \(parameters.epochs) epochs on average.
                """,
            expecting: .contradicted
        ) {
            Check.positive(
                "root mean squared error alone minus together",
                differences: results.single.subtracting(results.extraOutput))
            Check.positive(
                "the same, shuffled minus together", differences: results.shuffled.subtracting(results.extraOutput))
        }
    }

    private static func figure(_ toy: Results) -> Figure {
        let arms = [toy.single, toy.extraInput, toy.extraOutput, toy.shuffled]
        return Figure(width: 420, height: 180, title: "The published toy in four ways") {
            Panel(x: Axis(""), y: Axis("test error of the main target"), legend: .none) {
                Bars(
                    ["alone", "extra input", "extra output", "shuffled output"], y: arms.map(\.mean),
                    errors: arms.map { Estimate(of: $0).halfWidth }
                ).role(.test)
            }
        }
    }
}

extension Toy {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("12-6X") { $0.single = $0.single.map { $0 + 0.05 } },
        Mutant("12-6X") { $0.single = $0.extraOutput },
    ]
}
