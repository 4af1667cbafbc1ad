import Notebook
import Plots

/// A section with a figure, values, a table and claims of every verdict.
struct PenaltySection: Section, Study {
    struct Parameters: Codable, Sendable { var decay = 0.1 }
    struct Results: Codable, Sendable { var decay: Double }

    static let info = SectionInfo(slug: "penalties", title: "Penalties & norms")
    static func parameters(for profile: Profile) -> Parameters { Parameters() }

    static var contours: Figure {
        let xs = (0...20).map { Double($0) / 4 }
        return Figure(width: 420, height: 190) {
            Panel("Loss < & penalty", x: Axis("epoch"), y: Axis("loss $J$")) {
                Line(x: xs, y: xs.map { 1 / (1 + $0) }).role(.training).label("training")
                Line(x: xs, y: xs.map { 1 / (1 + $0) + 0.02 * $0 * $0 }).role(.validation).label("validation")
            }
        }
    }

    func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        Results(decay: parameters.decay)
    }

    func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("contours", Self.contours)
        PageFigure(
            "sweep", over: "decay $\\alpha$",
            frames: [0.01, 0.1, 1].map { .init(label: "\($0)", figure: Self.contours) }, initial: 1)
        Value("decay", results.decay)
        Value("tiny", 3.2e-9)
        Value("count", 60000)
        Value("data", "<i>pen & paper</i>")
        Value("gain", .estimate(mean: 0.03417, halfWidth: 0.00213, n: 8))
        Table(
            "paths", columns: [.init("weight $w_i$"), .init("shrunk", digits: 4)],
            rows: [["$w_1$ & more", 0.123456], ["<b>", 12]])
        Claim("2-9E", equation: "7.6", "The optimum is $(H+\\alpha I)^{-1}Hw^*$.", method: "By minimising.") {
            Check.error("distance", 3.4e-10, atMost: 1e-8)
        }
        Claim(
            "2-10D", equation: "7.6", "As $\\alpha\\to 0$ it tends to $w^*$.", method: "A singular $H$.",
            expecting: .erratum
        ) {
            Check.erratum("distance", asPrinted: 1, corrected: 0, tolerance: 1e-8)
        }
    }
}

/// A section without figures whose claim comes out unexpectedly.
struct StoppingSection: Section, Study {
    struct Parameters: Codable, Sendable { var patience = 5 }
    struct Results: Codable, Sendable { var patience: Int }

    static let info = SectionInfo(slug: "stopping", title: "Early stopping")
    static let readsImages = true
    static func parameters(for profile: Profile) -> Parameters { Parameters() }

    func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        Results(patience: parameters.patience)
    }

    func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Value("patience", results.patience)
        Claim("7-1X", "Validation loss is U-shaped.", method: "Paired seeds.") {
            Check.positive("rise after the minimum", differences: [0.1, -0.1, 0.05, -0.02])
        }
    }
}
