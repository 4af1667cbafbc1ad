import Foundation
import Notebook
import Plots

extension Widths: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let last = results.widths.count - 1
        PageFigure("widths", Self.figure(results))
        Value("narrowest", results.widths[0])
        Value("widest", results.widths[last])
        Value("width-replicates", results.plain[0].count)
        Value("plain-training-loss", Estimate(of: results.plain[last].map(\.trainingLoss)))
        Value("dropout-training-loss", Estimate(of: results.dropout[last].map(\.trainingLoss)))
        Value("plain-updates", Estimate(of: results.plain[last].map(\.updates)))
        Value("dropout-updates", Estimate(of: results.dropout[last].map(\.updates)))
        Value("narrow-plain", Estimate(of: results.plain[0].map(\.validationLoss)))
        Value("narrow-dropout", Estimate(of: results.dropout[0].map(\.validationLoss)))
        Value("wide-plain", Estimate(of: results.plain[last].map(\.validationLoss)))
        Value("wide-dropout", Estimate(of: results.dropout[last].map(\.validationLoss)))
        Value("lowest-dropout", Estimate(of: results.lowestLosses(results.dropout)))
        Value("lowest-plain", Estimate(of: results.lowestLosses(results.plain)))
        Self.claims(results)
    }

    private static func figure(_ widths: Results) -> Figure {
        let axis = Axis(
            "units in each layer", scale: .log, ticks: .labelled(widths.widths.map { Tick(Double($0), "\($0)") }))
        func curves(_ runs: [[Run]], _ path: KeyPath<Run, Double>) -> [[Double]] {
            .init(columnsOf: runs.map { $0.map { $0[keyPath: path] } })
        }
        return Figure(width: 420, height: 190, title: "Validation loss and training time against width") {
            Row {
                Panel(x: axis, y: Axis("lowest validation loss", including: [0]), legend: .top) {
                    Band(x: widths.widths, replicates: curves(widths.plain, \.validationLoss)).role(.series(0))
                        .label("plain")
                    Band(x: widths.widths, replicates: curves(widths.dropout, \.validationLoss)).role(.series(1))
                        .label("dropout")
                }
                Panel(x: axis, y: Axis("updates until then", including: [0]), legend: .top) {
                    Band(x: widths.widths, replicates: curves(widths.plain, \.updates)).role(.series(0)).label("plain")
                    Band(x: widths.widths, replicates: curves(widths.dropout, \.updates)).role(.series(1))
                        .label("dropout")
                }
            }
        }
    }

    @PageBuilder
    private static func claims(_ widths: Results) -> [PageElement] {
        let pairs = widths.widths.indices.map { place in Array(zip(widths.plain[place], widths.dropout[place])) }
        Claim(
            "11-14X",
            "Dropout lowers the effective capacity, so that larger networks and more iterations are needed.",
            method: """
                Networks of rising width, from the same weights: training loss, the updates until the validation loss was lowest, and \
                the share of the loss at the smallest width that the largest network saves.
                """,
            expecting: Expectation(.inconclusive, except: [.paper: .holds])
        ) {
            for (width, runs) in zip(widths.widths, pairs) {
                Check.positive(
                    "training loss at width \(width), with minus without",
                    differences: runs.map { $0.1.trainingLoss - $0.0.trainingLoss })
            }
            Check.positive(
                "logarithm of updates to the lowest validation loss at the largest width, with minus without",
                differences: (pairs.last ?? []).map { log($0.1.updates / $0.0.updates) })
            Check.positive(
                "validation loss saved by the largest width, with minus without",
                differences: (pairs.first ?? []).indices.map { replicate in
                    let (few, many) = (pairs[0][replicate], pairs[pairs.count - 1][replicate])
                    return log(few.1.validationLoss / many.1.validationLoss)
                        - log(few.0.validationLoss / many.0.validationLoss)
                })
        }
        Claim(
            "11-23X", "The lowest validation error is much lower with dropout.",
            method: """
                Networks of rising width, from the same weights: for each replicate the lowest validation loss over updates and widths, \
                without dropout over with it, in logarithms. "Much" is taken for a tenth.
                """,
            expecting: Expectation(.inconclusive, except: [.full: .contradicted])
        ) {
            Check.positive(
                "logarithm of the ratio of the lowest losses, minus log 1.1",
                differences: zip(widths.lowestLosses(widths.plain), widths.lowestLosses(widths.dropout)).map {
                    log($0 / $1) - log(1.1)
                })
        }
    }
}

extension Widths {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-14X") { swap(&$0.plain, &$0.dropout) },
        Mutant("11-23X") { swap(&$0.plain, &$0.dropout) },
        Mutant("11-23X") { $0.dropout = $0.plain },
    ]
}
