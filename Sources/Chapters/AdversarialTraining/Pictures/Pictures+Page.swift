import Notebook
import Plots

extension Pictures: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("picture", try Self.pictureFigure(results.picture, parameters.epsilon))
        PageFigure("digits", try Self.digitsFigure(results.picture, parameters.epsilon))
        PageFigure("logits", Self.logits(results.picture))
    }

    /// The counterpart of Figure 7.7.
    private static func pictureFigure(_ picture: Picture, _ epsilon: Double) throws -> Figure {
        let (digit, side) = (picture.shown, picture.side)
        let signs = try PixelImage(
            grey: digit.signs.map { Double($0) - 1 }, columns: side, range: -1...1, inverted: true)
        let before = try digit.picture(side, epsilon: 0, reach: epsilon)
        let after = try digit.picture(side, epsilon: epsilon, reach: epsilon)
        return Figure(width: 420, height: 130, title: "A digit, the sign of the gradient, and their sum") {
            Schematic(.right) {
                NodeRow { Node("x", image: before, side: 104, caption: words(digit.answer, digit.confidence)) }
                NodeRow { Node("plus", "$+\\ \(epsilon)\\ \\times$", shape: .plain) }
                NodeRow { Node("sign", image: signs, side: 104, caption: "$\\mathrm{sign}(\\nabla_{x} J)$") }
                NodeRow { Node("equals", "$=$", shape: .plain) }
                NodeRow {
                    Node(
                        "moved", image: after, side: 104, caption: words(digit.attackedAnswer, digit.attackedConfidence)
                    )
                }
            }
        }
        .described(
            as: """
                A picture of the digit \(digit.label), answered as \(digit.answer); plus \(epsilon) times a picture of signs; equals a \
                picture that looks like the same digit and is answered as \(digit.attackedAnswer).
                """)
    }

    private static func words(_ answer: Int, _ confidence: Double) -> String {
        "“\(answer)”, \(percent(confidence)) %"
    }

    private static func percent(_ share: Double) -> String { "\(Int((100 * share).rounded()))" }

    private static func digitsFigure(_ picture: Picture, _ epsilon: Double) throws -> Figure {
        let digits = picture.digits
        let images =
            try digits.map { try $0.picture(picture.side, epsilon: 0, reach: epsilon) }
            + digits.map { try $0.picture(picture.side, epsilon: epsilon, reach: epsilon) }
        let labels =
            digits.map { "\($0.answer): \(percent($0.confidence)) %" }
            + digits.map { "\($0.attackedAnswer): \(percent($0.attackedConfidence)) %" }
        return Figure(width: 420, height: 104, title: "Digits before and after the attack") {
            ImageGrid(images, columns: max(digits.count, 1), labels: labels)
        }
    }

    private static func logits(_ picture: Picture) -> Figure {
        let label = picture.shown.label
        return Figure(width: 420, height: 210, title: "Logits along the sign of the gradient") {
            Panel(x: Axis("$\\epsilon$", in: -1...1), y: Axis("logit")) {
                for (place, curve) in picture.logits.enumerated() where place != label {
                    Line(x: picture.sizes, y: curve).role(.muted).dash(.solid).lineWidth(0.8)
                }
                Line(x: picture.sizes, y: picture.logits[label]).role(.series(1)).dash(.solid).label("“\(label)”")
                Rule(x: 0).role(.muted).dash(.dotted)
            }
        }
    }
}

extension Picture {
    /// The digit that stands for all: a three where there is one, else the first.
    var shown: Digit { digits.first { $0.label == 3 } ?? digits[0] }
}

extension Picture.Digit {
    /// Ink on paper, moved by ε along the signs; darker than ink and lighter than paper by as much as `reach` can be seen.
    fileprivate func picture(_ side: Int, epsilon: Double, reach: Double) throws -> PixelImage {
        try PixelImage(
            grey: zip(pixels, signs).map { Double($0) / 255 + epsilon * (Double($1) - 1) }, columns: side,
            range: -reach...1 + reach, inverted: true)
    }
}
