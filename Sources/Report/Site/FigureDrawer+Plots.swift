import Foundation
import Plots

extension FigureDrawer {
    /// Draws with Cairo.
    public static let plots = FigureDrawer { figure, id, note in
        let drawing = try figure.drawing()
        return Files(
            svg: try drawing.svg(id: id), pdf: Data(try drawing.pdf(note: note)),
            png: Data(try drawing.png(scale: 2, note: note)),
            csv: figure.csv(), altText: drawing.altText, width: drawing.width, height: drawing.height,
            narrowSVG: try narrowSVG(of: figure, id: "\(id)--narrow"))
    }

    /// Points across on a phone whose text is then about as large as the page's notes.
    static let narrowWidth = 300.0

    /// The figure for a phone, its panels one below the other; nil where its labels find no room, so that a reader scrolls.
    private static func narrowSVG(of figure: Figure, id: String) throws -> String? {
        let narrow = figure.narrowed(to: narrowWidth)
        guard narrow.width < figure.width else { return nil }
        do {
            return try narrow.drawing().svg(id: id)
        } catch PlotError.noRoom {
            return nil
        }
    }
}
