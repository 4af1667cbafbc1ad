import Foundation
import Plots

extension FigureDrawer {
    /// Draws with Cairo.
    public static let plots = FigureDrawer { figure, id, note in
        let drawing = try figure.drawing()
        return Files(
            svg: try drawing.svg(id: id), pdf: Data(try drawing.pdf(note: note)),
            png: Data(try drawing.png(scale: 2, note: note)),
            csv: figure.csv(), altText: drawing.altText, width: drawing.width, height: drawing.height)
    }
}
