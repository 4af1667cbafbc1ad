import Notebook
import Plots

extension Graph: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure(
            "graph", over: "loss",
            frames: [
                .init(label: "none", figure: Self.figure(nil)), .init(label: "task 1", figure: Self.figure(0)),
                .init(label: "task 2", figure: Self.figure(1)), .init(label: "reconstruction", figure: Self.figure(2)),
            ], initial: 1)
        Self.table(results)
        Value("difference-error", results.differenceError)
        Value("with-path", results.withPath)
        Claim(
            "12-4Q", equation: "Figure 7.6",
            "A task's loss moves the shared part and the task's own head, and no other head.",
            method: """
                The network of the figure with tanh units and random parameters: derivatives of each loss with respect to every \
                parameter, analytically and by central differences.
                """
        ) {
            Check.error("derivatives against central differences", results.differenceError, atMost: 1e-8)
            Check.error("largest gradient where the figure has no path", results.withoutPath, atMost: 0)
            Check.number("smallest gradient where it has one", results.withPath, .above(1e-3))
            Check.error("sum of the tasks' gradients against their joint loss", results.pooledError, atMost: 1e-8)
        }
    }

    private static func table(_ graph: Results) -> Table {
        let names = [
            "$\\mathbf{x}$ to $\\mathbf{h}_{\\text{shared}}$", "$\\mathbf{h}_{\\text{shared}}$ to $\\mathbf{h}_1$",
            "$\\mathbf{h}_{\\text{shared}}$ to $\\mathbf{h}_2$", "$\\mathbf{h}_{\\text{shared}}$ to $\\mathbf{h}_3$",
            "$\\mathbf{h}_1$ to $\\mathbf{y}_1$", "$\\mathbf{h}_2$ to $\\mathbf{y}_2$",
            "$\\mathbf{h}$ to $\\hat{\\mathbf{x}}$",
        ]
        return Table(
            "gradients",
            columns: [.init("parameters"), .init("loss of task 1"), .init("loss of task 2"), .init("reconstruction")],
            rows: zip(names, graph.norms).map { name, norms in [.text(name)] + norms.map { .number($0) } })
    }

    /// Figure 7.6 with the paths along which one loss sends its gradient.
    ///
    /// - Parameter loss: a column of the norms; nil draws all paths alike.
    private static func figure(_ loss: Int?) -> Figure {
        let target = loss.map { ["y1", "y2", "xhat"][$0] }
        func node(_ name: String, _ label: String) -> Node {
            let isReached = target == nil || name == "x" || name == target || reaches(name, loss)
            return Node(name, label).role(isReached ? .ink : .muted).filled(
                name == "x" || (target == nil ? name.hasPrefix("y") : name == target))
        }
        func edge(_ from: String, _ to: String, from group: SharedTrunk.Group) -> Edge {
            guard let loss else { return Edge(from, to: to) }
            let carries = Results.hasPath(group, to: loss) && (to == target || !isTop(to))
            return Edge(from, to: to).role(carries ? .loss : .muted).dash(carries ? .solid : .dotted)
        }
        return Figure(width: 300, height: 230, title: "Two tasks and a reconstruction over a shared trunk") {
            Schematic(.up) {
                NodeRow { node("x", "$\\mathbf{x}$") }
                NodeRow { node("shared", "$\\mathbf{h}_{\\text{shared}}$") }
                NodeRow {
                    node("h1", "$\\mathbf{h}_1$")
                    node("h2", "$\\mathbf{h}_2$")
                    node("h3", "$\\mathbf{h}_3$")
                }
                NodeRow {
                    node("y1", "$\\mathbf{y}_1$")
                    node("y2", "$\\mathbf{y}_2$")
                    node("xhat", "$\\hat{\\mathbf{x}}$")
                }
                edge("x", "shared", from: .trunk)
                edge("shared", "h1", from: .first)
                edge("shared", "h2", from: .second)
                edge("shared", "h3", from: .third)
                edge("h1", "y1", from: .firstOutput)
                edge("h2", "y2", from: .secondOutput)
                for head in ["h1", "h2", "h3"] { edge(head, "xhat", from: .reconstruction) }
            }
        }
    }

    private static func isTop(_ name: String) -> Bool { ["y1", "y2", "xhat"].contains(name) }

    /// Whether gradient of the loss passes through a node.
    private static func reaches(_ name: String, _ loss: Int?) -> Bool {
        let groups: [String: SharedTrunk.Group] = ["shared": .trunk, "h1": .first, "h2": .second, "h3": .third]
        guard let loss, let group = groups[name] else { return false }
        return Results.hasPath(group, to: loss)
    }
}

extension Graph {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("12-4Q") { $0.norms[3][0] = 1e-12 },
        Mutant("12-4Q") { $0.norms[0][1] = 0 },
        Mutant("12-4Q") { $0.differenceError = 1 },
        Mutant("12-4Q") { $0.pooledError = 1 },
    ]

    /// Formulas that are wrong, and the claim that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("12-4Q") { $0.slope = { 1 + $0 * $0 } },
        Mutant("12-4Q") { $0.slope = { 2 * (1 - $0 * $0) } },
        Mutant("12-4Q") { $0.pooledGradient = { $0 - $1 } },
        Mutant("12-4Q") { $0.pooledGradient = { ($0 + $1) / 2 } },
    ]
}
