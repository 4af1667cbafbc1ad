import Foundation
import Plots

extension HardFigure {
    /// Names along an axis.
    static let categories: [HardFigure] = [
        HardFigure("names-long") {
            let names = [
                "Weight decay", "Dropout", "Data augmentation", "Early stopping", "Label smoothing",
                "Batch normalization", "Adversarial training",
            ]
            return Figure(width: 420, height: 200) {
                Panel("seven methods", y: Axis("test error (%)")) {
                    Bars(names, y: [1.6, 1.4, 1.2, 1.5, 1.45, 1.1, 1.3])
                }
            }
        },
        HardFigure("names-one-long") {
            Figure(width: 420, height: 200) {
                Panel("one name is long", y: Axis("error")) {
                    Bars(
                        [
                            "a", "b", "c", "a name that is far too long to stand beside its neighbours in this figure",
                            "e",
                        ], y: [1, 2, 3, 2, 1])
                }
            }
        },
        HardFigure("names-mixed") {
            Figure(width: 420, height: 180) {
                Row {
                    Panel("A: x1 y2 z3;  B: z30 x10", y: Axis("y")) {
                        Bars(["x", "y", "z"], y: [1, 2, 3]).group(0, of: 2).role(.series(0)).label("A")
                        Bars(["z", "x"], y: [30, 10]).group(1, of: 2).role(.series(1)).label("B")
                    }
                    Panel("axis says c b a; a1 b2 c3", x: Axis(scale: .categorical(["c", "b", "a"])), y: Axis("y")) {
                        Bars(["a", "b", "c"], y: [1, 2, 3])
                    }
                }
            }
        },
        HardFigure("names-shared") {
            Figure(width: 300, height: 260) {
                Column {
                    Panel("mammals: cat 1, dog 3", y: Axis("n")) { Bars(["cat", "dog"], y: [1, 3]) }
                    Panel("birds: hen 2, owl 4", y: Axis("n")) { Bars(["hen", "owl"], y: [2, 4]) }
                }.sharingX()
            }
        },
    ]
}
