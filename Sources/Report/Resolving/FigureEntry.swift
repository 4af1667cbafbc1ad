import Notebook

/// A figure where a template shows it.
struct FigureEntry: Sendable {
    let figure: PageFigure
    /// The section it comes from.
    let slug: String
    /// "Figure 7.2.1": the first figure of section 7.2; empty where its own page does not show it.
    let number: String
    /// The profile of the kept run that it comes from; nil for this build's own.
    var kept: Profile?

    private var name: String { (kept.map { "\($0.rawValue)-" } ?? "") + figure.name }

    /// The id of the figure in its page: "fig-contours".
    var id: String { "fig-\(name)" }

    /// The name of one of its files without ending: "norm-penalties-contours" for the first frame.
    func stem(frame: Int) -> String {
        "\(slug)-\(name)" + (figure.frames.count > 1 ? "-\(frame + 1)" : "")
    }
}

/// A table where a template shows it.
struct TableEntry: Sendable {
    let table: Table
    let slug: String
    let number: String

    /// The id of the table in its page.
    var id: String { "tbl-\(table.name)" }
    /// Where a mistake in its texts is reported.
    var place: Place { Place(file: "table \(table.name) of \(slug)") }
}
