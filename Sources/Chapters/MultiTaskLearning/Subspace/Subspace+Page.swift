import Notebook
import Plots
import Statistics

extension Subspace: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("shared-error", Self.figure(results, parameters))
        Value("shared-slope", results.sharedSlope)
        Value("level-error", results.levelError)
        Value("head-slope-examples", results.headSlopeInExamples)
        Value("excess-slope", results.excessSlopeInTasks)
        Value("remainder", results.remainder)
        Value("joint-tasks", parameters.taskCounts.last ?? 0)
        Claim(
            "12-2X",
            "The information about shared parameters grows in proportion to the examples of all tasks together; that about a task's own parameters comes from its own examples alone.",
            method: """
                Linear tasks $y_t=\\mathbf a_t^\\top\\mathbf W\\mathbf x$ plus noise. Squared error of $\\mathbf W$ with known heads, of a head with \
                known $\\mathbf W$, and of a task's weights with both unknown, against the number of tasks $k$ and examples $m$ of each, in \
                logarithms. The second is what remains of the third when there are many tasks.
                """
        ) {
            Check.number("shared map: slope against $km$", results.sharedSlope, .within(-1.1 ... -0.9))
            Check.error("shared map: distance from the formula, relative", results.levelError, atMost: 0.05)
            Check.number("head: slope against $m$", results.headSlopeInExamples, .within(-1.2 ... -0.9))
            Check.number(
                "both unknown: slope against $k$ of the error above the head's own, largest $m$",
                results.excessSlopeInTasks, .within(-1.3 ... -0.8))
            Check.number(
                "both unknown: error with the most tasks over the head's own error, largest $m$",
                results.remainder, .within(1...1.5))
        }
        // The chapter names bounds of learning theory; a run can't decide them.
        Claim(
            "12-5Q", "Bounds on the error depend on the pooled number of examples of all tasks.",
            method: "No run decides it.", expecting: .undecided
        ) {
            Check.undecided(
                "bounds on generalization",
                because:
                    "A bound for all distributions of tasks is a theorem; runs on some of them neither prove nor refute it."
            )
        }
    }

    /// Numbers of tasks are told apart by colour and marker, and stand a little beside one another.
    private static func figure(_ results: Results, _ parameters: Parameters) -> Figure {
        let totals = zip(results.taskCounts, results.exampleCounts).map { Double($0 * $1) }
        let places = results.taskCounts.indices
        let markers: [Marker] = [.dot, .square, .openDot, .triangle]
        func beside(_ place: Int) -> Double { 1 + 0.05 * (Double(place) - 1.5) }
        return Figure(width: 420, height: 210, title: "Error of shared and of task-specific parameters") {
            Row(spacing: 30) {
                Panel(
                    "shared map", x: Axis("examples of all tasks, $km$", scale: .log),
                    y: Axis("squared error", scale: .log), legend: .none
                ) {
                    Line(over: (totals.min() ?? 1)...(totals.max() ?? 1)) {
                        Equations.chapter.sharedError(parameters.noiseVariance, parameters.features, rank, Int($0))
                    }.role(.truth)
                    for (place, tasks) in parameters.taskCounts.enumerated() {
                        let own = places.filter { results.taskCounts[$0] == tasks }
                        Points(x: own.map { totals[$0] * beside(place) }, y: own.map { results.sharedErrors[$0] })
                            .role(.series(place)).marker(markers[place % markers.count])
                    }
                }
                Panel(
                    "a task's weights", x: Axis("examples of a task, $m$", scale: .log),
                    y: Axis("squared error", scale: .log)
                ) {
                    for (place, tasks) in parameters.taskCounts.enumerated() {
                        let own = places.filter { results.taskCounts[$0] == tasks }
                        Line(
                            x: own.map { Double(results.exampleCounts[$0]) }, y: own.map { results.jointErrors[$0] }
                        ).role(.series(place)).dash(.solid).marker(markers[place % markers.count]).label("$k=\(tasks)$")
                    }
                    Line(
                        x: parameters.exampleCounts.map(Double.init),
                        y: parameters.exampleCounts.map { examples in
                            places.filter { results.exampleCounts[$0] == examples }.map { results.headErrors[$0] }.mean
                        }
                    ).role(.truth).label("map known")
                }
            }
        }
    }
}

extension Subspace {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("12-2X") { $0.sharedSlope = -0.5 },
        Mutant("12-2X") { $0.levelError = 0.5 },
        Mutant("12-2X") { $0.headSlopeInExamples = 0 },
        // Other tasks that help no task, that help without bound, and that leave part of the map unknown.
        Mutant("12-2X") { $0.jointErrors = $0.headErrors.map { 2 * $0 } },
        Mutant("12-2X") { $0.jointErrors = $0.jointErrors.map { $0 / 3 } },
        Mutant("12-2X") { $0.jointErrors = $0.jointErrors.map { $0 + 0.1 } },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("12-2X") { $0.sharedError = { 2 * Equations.chapter.sharedError($0, $1, $2, $3) } },
        Mutant("12-2X") { $0.sharedError = { $0 * Double($1 * $2) / Double($3) } },
    ]
}
