import Notebook
import Plots

extension Comparison: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        let (task, dropout) = (parameters.task, results.errors(.dropout))
        PageFigure("comparison", Self.figure(results))
        Value("data-name", results.dataName)
        Value("side", task.isHalved ? "14 × 14" : "28 × 28")
        Value("units", task.units)
        Value("updates", task.updates)
        Value("batch-size", task.batchSize)
        Value("training-examples", task.trainingExamples)
        Value("test-examples", task.testExamples)
        Value("plain-error", Estimate(of: results.errors(.plain)))
        Value("dropout-error", Estimate(of: dropout))
        Value("decay-error", Estimate(of: results.errors(.l2)))
        Value("pretraining-gain", Estimate(of: zip(dropout, results.pretrainedErrors).map { $0 - $1 }))
        Self.table(results)
        Self.claims(results)
    }

    private static func figure(_ comparison: Results) -> Figure {
        let estimates = comparison.errors.map { Estimate(of: $0) }
        let names = comparison.methods.map(\.name)
        let places = names.indices.map { Double(names.count - 1 - $0) }
        return Figure(width: 420, height: 210, title: "Test error by regularizer") {
            Panel(
                x: Axis("misclassified share of test images"),
                y: Axis(
                    "", in: -0.6...Double(names.count) - 0.4, ticks: .labelled(zip(places, names).map { Tick($0, $1) }))
            ) {
                for (place, estimate) in zip(places, estimates) where estimate.halfWidth.isFinite {
                    Line(
                        x: [estimate.mean - estimate.halfWidth, estimate.mean + estimate.halfWidth], y: [place, place]
                    ).role(.muted).dash(.solid)
                }
                for (place, method) in zip(places, comparison.methods) {
                    Point(x: estimates[comparison.methods.firstIndex(of: method) ?? 0].mean, y: place)
                        .role(method.drops ? .series(1) : .series(0))
                }
            }
        }
    }

    /// The regularizers beside the published table (Srivastava et al. 2014, Table 9), then networks of published size.
    private static func table(_ comparison: Results) -> Table {
        let reduced = comparison.methods.indices.map { place in
            row(
                comparison.methods[place].name, comparison.chosen[place], comparison.errors[place],
                comparison.methods[place].published)
        }
        let wide = comparison.wide.filter { !$0.errors.isEmpty }.map {
            row($0.name, $0.chosen, $0.errors, $0.published)
        }
        return Table("regularizers", columns: columns, rows: reduced + wide)
    }

    static let columns: [Table.Column] = [
        .init("regularizer"), .init("chosen"), .init("test error, %"), .init("published, %"),
    ]

    /// A row of such a table; `errors` are shares.
    static func row(_ name: String, _ chosen: String, _ errors: [Double], _ published: String) -> [Quantity] {
        let estimate = Estimate(of: errors.map { 100 * $0 })
        let measured: Quantity =
            errors.count > 1
            ? .estimate(mean: estimate.mean, halfWidth: estimate.halfWidth, n: estimate.n) : .number(estimate.mean)
        let settings = chosen.replacing(/(\d)e-0?(\d+)/) { "$\($0.1) \\times 10^{-\($0.2)}$" }
        return [.text(name), .text(settings), measured, .text(published)]
    }

    @PageBuilder
    private static func claims(_ comparison: Results) -> [PageElement] {
        let best = comparison.errors(.dropout)
        let rivals: [Method] = [.l2, .l2l1, .l2sparsity, .maxNorm]
        Claim(
            "11-10X", "Dropout is more effective than weight decay, norm constraints and sparse activities.",
            method: """
                Networks from the same weights on the same training sets; the strength of each regularizer is the one of three with \
                the lowest validation error on replicates of its own. Test error of each minus that of dropout.
                """,
            expecting: Expectation(.holds, except: [.full: .inconclusive])
        ) {
            for rival in rivals {
                Check.positive(
                    "\(rival.name) minus dropout",
                    differences: zip(comparison.errors(rival), best).map { $0 - $1 })
            }
        }
        Claim(
            "11-11X", "Dropout can be combined with unsupervised pretraining to yield an improvement.",
            method: """
                The same networks with dropout, with the first layer at random and from an autoencoder trained on images without \
                labels: test error without minus with pretraining. Published gains are those of stacks of restricted Boltzmann machines.
                """,
            expecting: .contradicted
        ) {
            Check.positive(
                "test error, random start minus pretrained",
                differences: zip(best, comparison.pretrainedErrors).map { $0 - $1 })
        }
    }
}

extension Method {
    /// Whether units or weights drop out.
    fileprivate var drops: Bool { [.dropout, .dropoutL2, .dropoutMaxNorm, .dropConnect].contains(self) }

    /// Test error in per cent, MNIST, 784-1024-1024-2048-10; a dash where the table has no such row.
    fileprivate var published: String {
        PublishedRow.allCases.first { $0.method == self }?.published ?? "–"
    }
}

extension Comparison {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-10X") { $0.errors[5] = $0.errors[5].map { $0 + 1 } },
        Mutant("11-11X") { $0.pretrainedErrors = $0.errors[5] },
        Mutant("11-11X") { $0.pretrainedErrors = $0.pretrainedErrors.map { $0 - 0.05 } },
    ]
}
