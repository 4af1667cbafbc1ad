import Foundation
import Learning
import Notebook
import Plots

extension MultiTaskLearningSection {
    @PageBuilder
    static func figures(_ results: Results) throws -> [PageElement] {
        PageFigure(
            "graph", over: "loss",
            frames: [
                .init(label: "none", figure: graph(nil)), .init(label: "task 1", figure: graph(0)),
                .init(label: "task 2", figure: graph(1)), .init(label: "reconstruction", figure: graph(2)),
            ], initial: 1)
        PageFigure("shared-error", sharedError(results))
        PageFigure("pooling", pooling(results.pooling))
        PageFigure("relatedness", relatedness(results.relatedness))
        PageFigure("toy", toy(results.toy))
    }

    private static func sharedError(_ results: Results) -> Figure {
        let (subspace, parameters) = (results.subspace, results.parameters)
        let totals = zip(subspace.taskCounts, subspace.exampleCounts).map { Double($0 * $1) }
        let places = subspace.taskCounts.indices
        let (least, most) = (totals.min() ?? 1, totals.max() ?? 1)
        return Figure(width: 420, height: 200, title: "Error of shared and of task-specific parameters") {
            Row(spacing: 30) {
                Panel(
                    "shared map", x: Axis("examples of all tasks, $km$", scale: .log),
                    y: Axis("squared error", scale: .log), legend: .none
                ) {
                    Line(over: least...most) {
                        Equations.chapter.sharedError(
                            parameters.noiseVariance, parameters.features, SubspaceMeasurements.rank, Int($0))
                    }.role(.truth)
                    for (place, tasks) in parameters.taskCounts.enumerated() {
                        let own = places.filter { subspace.taskCounts[$0] == tasks }
                        Points(x: own.map { totals[$0] }, y: own.map { subspace.sharedErrors[$0] }).role(.series(place))
                    }
                }
                Panel(
                    "a task's weights", x: Axis("examples of a task, $m$", scale: .log),
                    y: Axis("squared error", scale: .log), legend: .top
                ) {
                    for (place, tasks) in parameters.taskCounts.enumerated() {
                        let own = places.filter { subspace.taskCounts[$0] == tasks }
                        Points(
                            x: own.map { Double(subspace.exampleCounts[$0]) }, y: own.map { subspace.jointErrors[$0] }
                        ).role(.series(place)).label("$k=\(tasks)$")
                    }
                    Line(
                        x: parameters.exampleCounts.map(Double.init),
                        y: parameters.exampleCounts.map { examples in
                            places.filter { subspace.exampleCounts[$0] == examples }.map { subspace.headErrors[$0] }
                                .mean
                        }
                    ).role(.truth).label("map known")
                }
            }
        }
    }

    private static func pooling(_ pooling: PoolingMeasurements) -> Figure {
        Figure(width: 300, height: 180, title: "Error of one task learned with others") {
            Panel(
                x: Axis("tasks $k$", scale: .log, ticks: .values(pooling.taskCounts.map(Double.init))),
                y: Axis("excess error of task 1", including: [0]), legend: .none
            ) {
                Band(x: pooling.taskCounts, replicates: pooling.errors).role(.test)
            }
        }
    }

    private static func relatedness(_ relatedness: RelatednessMeasurements) -> Figure {
        Figure(width: 420, height: 200, title: "Sharing among tasks that differ more and more") {
            Panel(
                x: Axis("angle between a task and the common direction", ticks: .values(relatedness.angles)),
                y: Axis("excess error", including: [0]), legend: .top
            ) {
                Line(x: relatedness.angles, y: relatedness.alone.map(\.mean)).role(.optimum).label("alone")
                Line(x: relatedness.angles, y: relatedness.shared.map(\.mean)).role(.series(0)).dash(.dotted).label(
                    "one shared unit")
                Line(x: relatedness.angles, y: relatedness.chosen.map(\.mean)).role(.regularized).dash(.dashed).label(
                    "as many as validation asks for")
            }
        }
    }

    private static func toy(_ toy: ToyMeasurements) -> Figure {
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
