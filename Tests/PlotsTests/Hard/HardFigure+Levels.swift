import Foundation
import Plots

extension HardFigure {
    /// Levels that are hard to tell apart.
    static let levels: [HardFigure] = [
        HardFigure("levels-close") {
            let field = ScalarField(x: 0...1, y: 0...1) { 1013 + 1.2 * $0 + 0.3 * $1 }
            return Figure(width: 320, height: 220) {
                Panel("pressure (hPa)", x: Axis("x"), y: Axis("y")) {
                    Contours(of: field, levels: .explicit([1013.2, 1013.4, 1013.6, 1013.8, 1014.0, 1014.2])).labelled()
                }
            }
        },
        HardFigure("levels-counted") {
            let field = ScalarField(x: -2...2, y: -2...2) { exp(-$0 * $0 - $1 * $1) }
            return Figure(width: 320, height: 260) {
                Panel("8 levels by count", x: Axis("x"), y: Axis("y"), aspect: .equal) {
                    Contours(of: field).labelled()
                }
            }
        },
    ]
}
