import Foundation
import Plots

extension HardFigure {
    /// Letters and formulas.
    static let letters: [HardFigure] = [
        HardFigure("text-mathit-tex-common") {
            Figure {
                Panel("$\\operatorname*{argmin}_w \\; \\lVert w \\rVert_{2} \\underset{x}{y}$", y: Axis("y")) {
                    Line(x: [0, 1], y: [1.0, 2])
                }
            }
        },
        HardFigure("text-substack-big") {
            Figure { Panel("$\\big( x \\big)$", y: Axis("y")) { Line(x: [0, 1], y: [1.0, 2]) } }
        },
        HardFigure("text-text-nested") {
            Figure { Panel("$x_{\\text{a {b} c}}$", y: Axis("y")) { Line(x: [0, 1], y: [1.0, 2]) } }
        },
        HardFigure("text-limits") {
            Figure {
                Panel(
                    "$\\sum\\limits_{i=1}^n x_i, \\log_2 x, \\sin\\theta, \\lfloor x\\rfloor, \\infty, \\ldots, \\mu m, \\sigma^2_{\\max}, x\\%$",
                    y: Axis("y")
                ) { Line(x: [0, 1], y: [1.0, 2]) }
            }
        },
        HardFigure("text-dollar") {
            Figure(width: 300, height: 150) {
                Panel("from $5 to $10 a month", y: Axis("y")) { Line(x: [0, 1], y: [1.0, 2]) }
            }
        },
        HardFigure("text-letters") {
            let lines = [
                "Größe, naïve, Málaga, Łódź, İstanbul, čeština (composed)",
                "Gro\u{0308}ße, nai\u{0308}ve, Ma\u{0301}laga, c\u{030C}es\u{030C}tina (decomposed)",
                "Скорость обучения, Τιμή, Ωμέγα, Việt Nam",
                "x\u{0302} p\u{0304} K\u{0302} (letters with combining marks only)",
                "5 µm, 20 °C, m², CO₂, ½, ±3 ‰, €7, №5, “quotes”, – —, •, →, ≤ ≥ ≈ ×, …",
                "thin\u{2009}space, nbsp\u{00A0}x, soft\u{00AD}hyphen, zero\u{200B}width, bom\u{FEFF}",
            ]
            return Figure(width: 420, height: 190) {
                Panel(x: .hidden(0...1), y: .hidden(0...1), frame: .none) {
                    for (k, line) in lines.enumerated() {
                        Text(line, x: 0.02, y: 0.92 - 0.17 * Double(k), anchor: .left)
                    }
                }
            }
        },
        HardFigure("text-cjk") {
            Figure { Panel("学習率", y: Axis("y")) { Line(x: [0, 1], y: [1.0, 2]) } }
        },
        HardFigure("text-emoji") {
            Figure { Panel("loss 📉", y: Axis("y")) { Line(x: [0, 1], y: [1.0, 2]) } }
        },
        HardFigure("text-rtl") {
            let lines = ["Hebrew: שלום עולם", "Arabic: سلام عالم", "mixed: abc שלום 123"]
            return Figure(width: 300, height: 120) {
                Panel(x: .hidden(0...1), y: .hidden(0...1), frame: .none) {
                    for (k, line) in lines.enumerated() {
                        Text(line, x: 0.02, y: 0.85 - 0.3 * Double(k), anchor: .left)
                    }
                }
            }
        },
        HardFigure("text-newline") {
            Figure(width: 300, height: 150) {
                Panel("first line\nsecond line", y: Axis("y")) { Line(x: [0, 1], y: [1.0, 2]) }
            }
        },
        HardFigure("text-tab") {
            Figure(width: 300, height: 150) { Panel("a\tb", y: Axis("y")) { Line(x: [0, 1], y: [1.0, 2]) } }
        },
        HardFigure("text-long-ylabel") {
            Figure(width: 300, height: 100) {
                Panel("t", y: Axis("a label of the y axis much longer than the axis")) {
                    Line(x: [0, 1], y: [1.0, 2])
                }
            }
        },
    ]
}
