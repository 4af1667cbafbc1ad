import Foundation
import Notebook
import Plots
import Statistics

extension Trees: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("saved", Self.figure(results))
        Value("neighbors-gain", Self.gain(results.learners, .neighbors))
        Value("ridge-gain", Self.gain(results.learners, .ridge))
        Self.table(results.learners)
        Claim(
            "10-7X", "Bagging lowers the error of unstable learners such as trees; stable learners gain nothing.",
            method: """
                New training sets; on each the learner alone and the average or vote of bootstrap copies. A single tree's \
                minimum leaf size is chosen on a held-out third, bagged trees grow fully. Error on new examples saved, \
                relative, one pair per training set; a stable learner may gain or lose 5 % at most, interval included.
                """
        ) {
            for learner in results.learners where learner.learner == .tree {
                Check.positive(
                    "share of a tree's error that bagging saves, \(learner.task.rawValue)", differences: learner.gains)
            }
            for learner in results.learners where learner.learner != .tree {
                let gain = Estimate(of: learner.gains)
                Check.number(
                    "the same for \(learner.learner.rawValue) on \(learner.task.rawValue), farthest end of its interval from 0",
                    abs(gain.mean) + gain.halfWidth, .atMost(0.05))
            }
        }
    }

    /// The largest gain or loss of a stable learner, relative.
    private static func gain(_ learners: [BaggedLearner], _ learner: Learner) -> Double {
        learners.filter { $0.learner == learner }.map { abs($0.gains.mean) }.max() ?? .nan
    }

    private static func table(_ learners: [BaggedLearner]) -> Table {
        Table(
            "bagged",
            columns: [
                .init("data"), .init("learner"), .init("alone"), .init("bagged"), .init("saved, %"),
                .init("published, %", digits: 2),
            ],
            rows: learners.map { learner in
                [
                    .text(learner.task.rawValue), .text(learner.learner.rawValue), .number(learner.single.mean),
                    .number(learner.bagged.mean), Quantity(Estimate(of: learner.gains.map { 100 * $0 })),
                    learner.publishedSaving.map { .number($0) } ?? .text("–"),
                ]
            })
    }

    /// The share of error that bagging saves, learner by learner.
    private static func figure(_ results: Results) -> Figure {
        let places = results.learners.indices.map { Double($0 + 1) }
        let gains = results.learners.map { Estimate(of: $0.gains) }
        let names = results.learners.map { learner in
            switch learner.learner {
            case .tree: "tree, \(learner.task.rawValue)"
            case .ridge: "ridge, \(learner.task.rawValue)"
            case .neighbors: "neighbours, \(learner.task.rawValue)"
            }
        }
        return Figure(width: 420, height: 200) {
            Panel(
                x: Axis("share of the error that bagging saves", in: -0.1...0.6),
                y: Axis(
                    "", in: 0.4...Double(results.learners.count) + 0.6,
                    ticks: .labelled(zip(places, names).map { Tick($0, $1) }), reversed: true)
            ) {
                Rule(x: 0).role(.muted).dash(.dotted)
                for (place, gain) in zip(places, gains) {
                    Line(x: [gain.mean - gain.halfWidth, gain.mean + gain.halfWidth], y: [place, place]).role(.test)
                        .dash(.solid)
                }
                Points(x: gains.map(\.mean), y: places).role(.test)
            }
        }
    }
}

extension Trees.BaggedLearner {
    /// The share of a tree's error that bagging saved in Breiman (1996), in per cent.
    var publishedSaving: Double? {
        guard learner == .tree else { return nil }
        return switch task {
        case .friedmanOne: 46
        case .friedmanTwo: 30
        case .friedmanThree: 38
        case .waveform: 33
        }
    }
}

extension Trees {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("10-7X") { $0.change(.tree) { swap(&$0.single, &$0.bagged) } },
        Mutant("10-7X") { $0.change(.tree) { $0.bagged = $0.single } },
        Mutant("10-7X") { $0.change(.ridge) { $0.bagged = $0.bagged.map { 0.9 * $0 } } },
        Mutant("10-7X") { $0.change(.neighbors) { $0.bagged = $0.bagged.map { 1.1 * $0 } } },
    ]
}

extension Trees.Results {
    fileprivate mutating func change(_ learner: Trees.Learner, _ errors: (inout Trees.BaggedLearner) -> Void) {
        for place in learners.indices where learners[place].learner == learner { errors(&learners[place]) }
    }
}
