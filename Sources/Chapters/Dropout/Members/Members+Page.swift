import Notebook
import Plots

extension Members: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("members", Self.figure)
        Value("member-units", results.units)
        Value("member-functions", results.functions)
        Value("moved-members", results.movedBySharing)
        Value("removal-error", results.removalError)
        Value("bump-gap", results.bumpGap)
        Claim(
            "11-1E",
            "Multiplying a unit's output by zero removes it from a network of affine maps and nonlinearities.",
            method: """
                A network with one unit multiplied by zero against one built without it, for each unit. Radial bumps \
                $\\exp(-\\lVert\\mathbf x-\\mathbf c\\rVert^2)$ need the mask on the difference.
                """
        ) {
            Check.error("difference of a logit", results.removalError, atMost: 1e-12)
            Check.number("radial bump, input times zero: relative difference", results.bumpGap, .atLeast(1e-6))
            Check.error("radial bump, difference times zero", results.mendedBumpError, atMost: 1e-12)
        }
        Claim(
            "11-2E", "Dropout trains the $2^n$ sub-networks of a network, which share their weights.",
            method: """
                All masks of \(results.units) hidden units: how many different answers they give, and how many of the others change \
                when one member takes a step of training. Bagging's members share nothing.
                """
        ) {
            Check.all("different functions", results.functions, of: 1 << results.units)
            Check.all(
                "other members changed by one member's step", results.movedBySharing, of: (1 << results.units) - 1)
        }
    }

    /// A network and three of its sub-networks.
    private static var figure: Figure {
        Figure(width: 420, height: 130, title: "A network and three of its sub-networks") {
            Row {
                network("all units", dropping: [])
                network("one dropped", dropping: ["h2"])
                network("two dropped", dropping: ["x1", "h3"])
                network("three dropped", dropping: ["x3", "h1", "h2"])
            }
        }
    }

    private static func network(_ title: String, dropping dropped: Set<String>) -> Schematic {
        let inputs = ["x1", "x2", "x3"]
        let hidden = ["h1", "h2", "h3"]
        func node(_ name: String) -> Node {
            let text = "$\(name.prefix(1))_\(name.suffix(1))$"
            return dropped.contains(name) ? Node(name, "$\\times$", shape: .plain).role(.muted) : Node(name, text)
        }
        let kept = { (names: [String]) in names.filter { !dropped.contains($0) } }
        let lower = kept(inputs).flatMap { input in kept(hidden).map { Edge(input, to: $0).arrow(false) } }
        let upper = kept(hidden).map { Edge($0, to: "y").arrow(false) }
        return Schematic(.up, title: title) {
            NodeRow { inputs.map(node) }
            NodeRow { hidden.map(node) }
            NodeRow { Node("y", "$y$") }
            lower
            upper
        }
    }
}

extension Members {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("11-1E") { $0.removalError = 0.1 },
        Mutant("11-1E") { $0.bumpGap = 0 },
        Mutant("11-1E") { $0.mendedBumpError = 0.1 },
        Mutant("11-2E") { $0.functions -= 1 },
        Mutant("11-2E") { $0.movedBySharing = 0 },
    ]
}
