import Foundation
import Plots

extension FigureDrawer {
    /// Draws with Cairo.
    public static let plots = FigureDrawer { figure, id in
        let drawing = try figure.drawing()
        return Files(
            svg: try drawing.svg(id: id), pdf: Data(try drawing.pdf()), png: Data(try drawing.png(scale: 2)),
            csv: figure.csv(), altText: drawing.altText, width: drawing.width, height: drawing.height)
    }
}
