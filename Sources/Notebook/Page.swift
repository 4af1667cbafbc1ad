import Plots

/// What a section has to show: figures, values, tables and claims, each under a name that the prose uses.
///
///     Page {
///         PageElement.figure("shrinkage", shrinkage(results))
///         PageElement.value("alpha", results.alpha)
///         PageElement.claim(Claim("2-9E", …))
///     }
public struct Page: Sendable {
    public let figures: [PageFigure]
    public let values: [String: Value]
    public let tables: [Table]
    public let claims: [Claim]

    public init(@PageBuilder _ elements: () throws -> [PageElement]) rethrows {
        var figures: [PageFigure] = []
        var values: [String: Value] = [:]
        var tables: [Table] = []
        var claims: [Claim] = []
        for element in try elements() {
            switch element {
            case .entry(let figure): figures.append(figure)
            case .value(let name, let value):
                precondition(values[name] == nil, "the value '\(name)' is given twice")
                values[name] = value
            case .table(let table): tables.append(table)
            case .claim(let claim): claims.append(claim)
            }
        }
        self.figures = figures
        self.values = values
        self.tables = tables
        self.claims = claims
    }
}

/// One thing on a page.
public enum PageElement: Sendable {
    case entry(PageFigure)
    case value(String, Value)
    case table(Table)
    case claim(Claim)

    /// A figure under `name`, kebab-case and unique within its section; evaluated only when it has to be drawn.
    public static func figure(
        _ name: String, _ figure: @autoclosure @escaping @Sendable () throws -> Figure
    ) -> PageElement {
        .entry(PageFigure(name: name, frames: [.init(label: "", figure: try figure())]))
    }

    /// A figure with one frame for each value of `parameter`; a slider swaps them, and the one numbered `initial` stands in
    /// print, or the last where a reader's list of values is shorter.
    public static func figure(
        _ name: String, over parameter: String, frames: [PageFigure.Frame], initial: Int
    ) -> PageElement {
        precondition(initial >= 0 && !frames.isEmpty, "frame \(initial) of \(frames.count)")
        return .entry(
            PageFigure(name: name, parameter: parameter, frames: frames, initial: min(initial, frames.count - 1)))
    }
}

/// A figure of a page: one frame, or several over a parameter.
public struct PageFigure: Sendable {
    public let name: String
    /// What the frames run over, with TeX between dollar signs: "decay $\\alpha$"; nil when there is one frame.
    public let parameter: String?
    public let frames: [Frame]
    /// The frame that stands in print and without script.
    public let initial: Int

    /// One state of a figure.
    public struct Frame: Sendable {
        /// The parameter's value as a reader sees it: "0.1".
        public let label: String
        private let make: @Sendable () throws -> Figure

        /// - Parameter figure: evaluated only when the figure has to be drawn, not when it was drawn before.
        public init(label: String, figure: @autoclosure @escaping @Sendable () throws -> Figure) {
            self.label = label
            make = figure
        }

        /// - Throws: what the section throws that makes it.
        public var figure: Figure {
            get throws { try make() }
        }
    }

    init(name: String, parameter: String? = nil, frames: [Frame], initial: Int = 0) {
        self.name = name
        self.parameter = parameter
        self.frames = frames
        self.initial = initial
    }
}

/// Gathers the elements of a page.
@resultBuilder
public enum PageBuilder {
    public static func buildExpression(_ element: PageElement) -> [PageElement] { [element] }
    public static func buildExpression(_ elements: [PageElement]) -> [PageElement] { elements }
    public static func buildBlock(_ parts: [PageElement]...) -> [PageElement] { parts.flatMap { $0 } }
    public static func buildArray(_ parts: [[PageElement]]) -> [PageElement] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [PageElement]?) -> [PageElement] { part ?? [] }
    public static func buildEither(first: [PageElement]) -> [PageElement] { first }
    public static func buildEither(second: [PageElement]) -> [PageElement] { second }
}
