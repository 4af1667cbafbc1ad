import Notebook
import Plots
import Statistics

extension Endless: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("going-on", Self.figure(results))
        Value("endless-runs", results.mislabelled.count)
        Value("clean-epochs", results.clean.map { Double($0.losses.count - 1) }.max() ?? .nan)
        Value("endless-stuck", results.stuck.count)
        Value("endless-margin", results.margin)
        Claim(
            "7-11E", equation: "Algorithm 7.3", "Continued training may never end: the loop needs a cap.",
            method: """
                Scripted losses against the definition; then networks under weight decay, which cannot memorize everything, with \
                the validation labels as they are and with some of them wrong.
                """
        ) {
            Check.all(
                "scripted loops that ended at the first loss below the target, or at the cap", results.rightEnds,
                of: results.sequences)
            Check.all(
                "networks with correct labels that ended by themselves", results.clean.count { $0.reached },
                of: results.clean.count)
            Check.number(
                "networks with wrong labels that reached the cap, of \(results.mislabelled.count)",
                Double(results.stuck.count), .atLeast(1))
            Check.number(
                "how far their lowest validation loss stayed above its target, the mean", results.margin, .above(0))
            Check.number(
                "how much of that distance the last quarter of the epochs still took away, the mean share",
                results.lateShare, .atMost(0.25))
        }
    }

    /// The validation loss while Algorithm 7.3 goes on, above its target.
    private static func figure(_ endless: Results) -> Figure {
        let last = endless.mislabelled.map(\.losses.count).max() ?? 1
        return Figure(width: 420, height: 200) {
            Panel(
                x: Axis("epochs of continued training", in: 0...Double(last)),
                y: Axis("validation loss above its target", including: [0])
            ) {
                Rule(y: 0).role(.muted).label("the loop ends")
                for (place, run) in endless.mislabelled.enumerated() {
                    let line = Line(x: run.losses.indices.map(Double.init), y: run.losses.map { $0 - run.target })
                        .role(.series(1)).dash(.dashed)
                    if place == 0 { line.label("wrong labels") } else { line }
                }
                for (place, run) in endless.clean.enumerated() {
                    let line = Line(x: run.losses.indices.map(Double.init), y: run.losses.map { $0 - run.target })
                        .role(.series(0))
                    if place == 0 { line.label("labels as they are") } else { line }
                }
            }
        }
    }
}

extension Endless.Results {
    /// The networks that ran into the cap.
    var stuck: [Endless.Run] { mislabelled.filter { !$0.reached } }

    /// How far their lowest validation loss stayed above its target, the mean.
    var margin: Double { stuck.map(\.margin).mean }

    /// The share of the distance to the target that the last quarter of the epochs took away, the mean.
    var lateShare: Double {
        stuck.map { run in
            let before = run.losses.prefix(run.losses.count * 3 / 4).min() ?? .nan
            return 1 - run.margin / (before - run.target)
        }.mean
    }
}

extension Endless {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("7-11E") { $0.rightEnds -= 1 },
        Mutant("7-11E") { $0.clean[0].reached = false },
        Mutant("7-11E") { $0.mislabelled.updateEach { $0.reached = true } },
        Mutant("7-11E") { $0.mislabelled.updateEach { $0.losses.append($0.target - 1) } },
        Mutant("7-11E") { $0.mislabelled.updateEach { $0.losses.append($0.target + 1e-9) } },
    ]
}
