import Plots

extension MultiTaskLearningSection {
    /// Figure 7.6 with the paths along which one loss sends its gradient.
    ///
    /// - Parameter loss: a column of `GraphMeasurements.norms`; nil draws all paths alike.
    static func graph(_ loss: Int?) -> Figure {
        let target = loss.map { ["y1", "y2", "xhat"][$0] }
        func node(_ name: String, _ label: String) -> Node {
            let isReached = target == nil || name == "x" || name == target || reaches(name, loss)
            return Node(name, label).role(isReached ? .ink : .muted).filled(
                name == "x" || (target == nil ? name.hasPrefix("y") : name == target))
        }
        func edge(_ from: String, _ to: String, from group: SharedTrunk.Group) -> Edge {
            guard let loss else { return Edge(from, to: to) }
            let carries = GraphMeasurements.hasPath(group, to: loss) && (to == target || !isTop(to))
            return Edge(from, to: to).role(carries ? .loss : .muted).dash(carries ? .solid : .dotted)
        }
        return Figure(width: 300, height: 230, title: "Two tasks and a reconstruction over a shared trunk") {
            Schematic(.up) {
                Layer { node("x", "$\\mathbf{x}$") }
                Layer { node("shared", "$\\mathbf{h}_{\\text{shared}}$") }
                Layer {
                    node("h1", "$\\mathbf{h}_1$")
                    node("h2", "$\\mathbf{h}_2$")
                    node("h3", "$\\mathbf{h}_3$")
                }
                Layer {
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
        return GraphMeasurements.hasPath(group, to: loss)
    }
}
