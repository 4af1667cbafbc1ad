/// What a study has to show: figures, values, tables and claims, each under a name that the prose uses.
///
///     Page {
///         PageFigure("shrinkage", shrinkage(results))
///         Value("alpha", results.alpha)
///         Claim("2-9E", …)
///     }
public struct Page: Sendable {
    let elements: [PageElement]
    public let figures: [PageFigure]
    public let values: [String: Quantity]
    public let tables: [Table]
    public let claims: [Claim]

    public init(@PageBuilder _ elements: () throws -> [PageElement]) rethrows {
        self.init(elements: try elements())
    }

    init(elements: [PageElement]) {
        self.elements = elements
        figures = elements.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
        tables = elements.compactMap { if case .table(let table) = $0 { table } else { nil } }
        claims = elements.compactMap { if case .claim(let claim) = $0 { claim } else { nil } }
        values = elements.reduce(into: [:]) { if case .value(let value) = $1 { $0[value.name] = value.quantity } }
    }

    /// - Throws: `PageError` when two things of a kind bear one name.
    public func checkNames() throws(PageError) {
        var known: [PageNoun: [String: SourceLine]] = [:]
        for element in elements {
            if let first = known[element.noun, default: [:]].updateValue(element.line, forKey: element.name) {
                throw .duplicate(element.noun, name: element.name, first: first, second: element.line)
            }
        }
    }
}

/// One thing on a page.
public enum PageElement: Sendable {
    case figure(PageFigure)
    case value(Value)
    case table(Table)
    case claim(Claim)

    var noun: PageNoun {
        switch self {
        case .figure: .figure
        case .value: .value
        case .table: .table
        case .claim: .claim
        }
    }

    var name: String {
        switch self {
        case .figure(let figure): figure.name
        case .value(let value): value.name
        case .table(let table): table.name
        case .claim(let claim): claim.id
        }
    }

    var line: SourceLine {
        switch self {
        case .figure(let figure): figure.line
        case .value(let value): value.line
        case .table(let table): table.line
        case .claim(let claim): claim.line
        }
    }

    /// The same under another name; a claim has one id in the whole book.
    func renamed(_ name: String) -> PageElement {
        switch self {
        case .figure(let figure): .figure(figure.renamed(name))
        case .value(let value):
            .value(Value(name, value.quantity, file: value.line.file, line: value.line.line))
        case .table(let table): .table(table.renamed(name))
        case .claim: self
        }
    }
}
