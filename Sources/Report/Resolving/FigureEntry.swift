import Notebook

/// A figure where a template shows it.
public struct FigureEntry: Sendable {
    public let figure: PageFigure
    /// The section it comes from.
    public let slug: String
    /// "Figure 7.2.1": the first figure of section 7.2; empty where its own page does not show it.
    public let number: String
    /// What it was measured on: "MNIST"; nil where its study read no images.
    var dataName: String?
    /// The profile of the kept run that it comes from; nil for this build's own.
    var kept: Profile?
    /// The curve that a reader may draw before seeing it.
    var wager: Name?
    /// The same figure of kept runs, which a reader may switch to.
    var keptFigures: [KeptFigure] = []

    private var name: String { (kept.map { "\($0.rawValue)-" } ?? "") + figure.name }

    /// The id of the figure in its page: "fig-contours".
    var id: String { "fig-\(name)" }

    /// Its numbers as tables.
    var numbers: Anchor { Anchor(page: "\(slug)-numbers", id: id) }

    /// Its number, or its name where it has none.
    var spokenName: String { number.isEmpty ? figure.name : number }

    /// What a reader calls the run that it comes from: by its data, or its profile.
    var runName: String { dataName ?? kept?.rawValue ?? "this build" }

    /// It and the same figure of kept runs.
    var runs: [FigureEntry] { [self] + keptFigures.map(\.entry) }

    /// The frames that stand for a slider where there is none: at most four, the first, the last and the one that captions
    /// speak of among them.
    var multiples: [Int] {
        let (count, initial) = (figure.frames.count, figure.initial)
        guard count > 4 else { return Array(0..<count) }
        let spread = (0..<4).map { $0 * (count - 1) / 3 }
        guard !spread.contains(initial) else { return spread }
        let replaced = abs(spread[1] - initial) <= abs(spread[2] - initial) ? 1 : 2
        return spread.enumerated().map { $0 == replaced ? initial : $1 }
    }

    /// What is said of a frame that stands among others: "decay $\\alpha$ = 0.1".
    func label(frame: Int) -> [Inline<Resolved>] {
        let text = figure.parameter.map { "\($0) = \(figure.frames[frame].label)" } ?? ""
        return InlineText.read(text, at: place)
    }

    /// Where a mistake in its texts is reported.
    var place: Place { Place(file: "figure \(figure.name) of \(slug)") }

    /// The name of one of its files without ending: "norm-penalties-contours" for the first frame.
    func stem(frame: Int) -> String {
        "\(slug)-\(name)" + (figure.frames.count > 1 ? "-\(frame + 1)" : "")
    }
}

/// A table where a template shows it.
public struct TableEntry: Sendable {
    public let table: Table
    public let slug: String
    public let number: String

    /// The id of the table in its page.
    var id: String { "tbl-\(table.name)" }
    /// Where a mistake in its texts is reported.
    var place: Place { Place(file: "table \(table.name) of \(slug)") }

    /// The cells, row by row, the head first.
    public var cells: [[[Inline<Resolved>]]] {
        let head = table.columns.map { InlineText.read($0.heading, at: place) }
        let rows = table.rows.map { row in
            row.enumerated().map { index, value -> [Inline<Resolved>] in
                switch table.cell(value, index) {
                case .left(let number): [.leaf(.value(number))]
                case .right(let inlines): inlines
                }
            }
        }
        return [head] + rows
    }

    /// How the cells of each column stand.
    public var alignments: [ColumnAlignment] {
        table.columns.indices.map { table.isNumeric($0) ? .trailing : .leading }
    }
}
