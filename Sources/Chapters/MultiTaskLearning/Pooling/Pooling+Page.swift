import Notebook
import Plots

extension Pooling: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("pooling", Self.figure(results))
        Value("shuffled-companions", Estimate(of: results.shuffled))
        Value("most-tasks", results.taskCounts.last ?? 0)
        Value("alone-error", Estimate(of: results.errors.map { $0.first ?? .nan }))
        Value("pooled-error", Estimate(of: results.errors.map { $0.last ?? .nan }))
        Claim(
            "12-1X", "Tasks that share a part of their model are learned better together than alone.",
            method: """
                Linear tasks over two common factors, shared map and heads unknown: squared error of one task's weights, learned alone \
                and with \((results.taskCounts.last ?? 1) - 1) others. Control: the others' targets shuffled among the examples.
                """
        ) {
            Check.positive(
                "squared error alone minus together",
                differences: results.errors.map { ($0.first ?? .nan) - ($0.last ?? .nan) })
            Check.positive(
                "squared error with shuffled companions minus with true ones",
                differences: zip(results.shuffled, results.errors).map { $0 - ($1.last ?? .nan) })
        }
    }

    private static func figure(_ pooling: Results) -> Figure {
        Figure(width: 300, height: 180, title: "Error of one task learned with others") {
            Panel(
                x: Axis("tasks $k$", scale: .log, ticks: .values(pooling.taskCounts.map(Double.init))),
                y: Axis("excess error of task 1", including: [0]), legend: .none
            ) {
                Band(x: pooling.taskCounts, replicates: pooling.errors).role(.test)
            }
        }
    }
}

extension Pooling {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("12-1X") { $0.errors = $0.errors.map { $0.reversed() } },
        Mutant("12-1X") { $0.errors = $0.errors.map { $0.map { _ in 1 } } },
        Mutant("12-1X") { $0.shuffled = $0.errors.map { $0.last ?? .nan } },
    ]
}
