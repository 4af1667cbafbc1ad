import Plots

extension GalleryExample {
    static func network() -> Figure {
        Figure(width: 300, height: 220) {
            Schematic(.up) {
                NodeRow { Node("x", "$\\mathbf{x}$").filled() }
                NodeRow { Node("shared", "$\\mathbf{h}_{\\text{shared}}$") }
                NodeRow {
                    Node("h1", "$\\mathbf{h}_1$")
                    Node("h2", "$\\mathbf{h}_2$")
                    Node("h3", "$\\mathbf{h}_3$")
                }
                NodeRow {
                    Node("y1", "$\\mathbf{y}_1$").filled()
                    Node("y2", "$\\mathbf{y}_2$").filled()
                    Node.space
                }
                Edge("x", to: "shared")
                for name in ["h1", "h2", "h3"] { Edge("shared", to: name) }
                Edge("h1", to: "y1")
                Edge("h2", to: "y2")
                Brace(["y1", "y2"], "one output a task")
            }
        }
    }

    static func pipeline() throws -> Figure {
        let stroke = PenStroke(
            from: XY(14, 4),
            [.cubic(XY(-2, 4), XY(30, 24), to: XY(14, 24)), .cubic(XY(-2, 24), XY(30, 4), to: XY(14, 4))], width: 2.6)
        let eight = try PixelImage(grey: StrokeRaster.render([stroke], side: 28), columns: 28, inverted: true)
        return Figure(width: 420, height: 120) {
            Schematic(.right) {
                NodeRow { Node("image", image: eight, caption: "an image $\\mathbf{x}$") }
                NodeRow { Node("mask", "mask $\\mu$", shape: .rounded) }
                NodeRow { Node("weights", matrix: [["1", "0", "$w_1$"], ["0", "1", "$w_2$"]]) }
                NodeRow { Node("out", "$p(y \\mid \\mathbf{x})$", shape: .box).role(.training).filled() }
                Edge("image", to: "mask")
                Edge("mask", to: "weights").label("$\\odot$")
                Edge("weights", to: "out")
                Edge("image", to: "out").curved(0.22).dash(.dashed)
                Group(["mask", "weights"], "model")
            }
        }
    }
}
