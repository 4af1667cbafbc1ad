import Foundation
import Plots
import Report

extension FigureDrawer {
    /// Draws figures by Cairo.
    static let plots = FigureDrawer { figure, id in
        let drawing = try figure.drawing()
        return Files(
            svg: try drawing.svg(id: id), pdf: Data(try drawing.pdf()), png: Data(try drawing.png()),
            csv: figure.csv(), altText: drawing.altText, width: drawing.width, height: drawing.height)
    }
}
