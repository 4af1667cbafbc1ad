import Foundation
import Learning
import Notebook
import Plots

extension AdversarialTrainingSection {
    @PageBuilder
    static func figures(_ results: Results) throws -> [PageElement] {
        PageFigure("picture", try pictureFigure(results))
        PageFigure("digits", try digitsFigure(results))
        PageFigure("curves", curves(results))
        PageFigure("logits", logits(results))
        PageFigure("dimension", dimension(results.linear))
        PageFigure("training", training(results))
        PageFigure("masking", masking(results))
    }

    /// The counterpart of Figure 7.7.
    private static func pictureFigure(_ results: Results) throws -> Figure {
        let digit = results.picture.shown
        let side = results.picture.side
        let epsilon = results.parameters.pictureEpsilon
        let signs = try PixelImage(
            grey: digit.signs.map { Double($0) - 1 }, columns: side, range: -1...1, inverted: true)
        let before = try digit.picture(side, epsilon: 0, reach: epsilon)
        let after = try digit.picture(side, epsilon: epsilon, reach: epsilon)
        return Figure(width: 420, height: 130, title: "A digit, the sign of the gradient, and their sum") {
            Schematic(.right) {
                Layer { Node("x", image: before, side: 104, caption: words(digit.answer, digit.confidence)) }
                Layer { Node("plus", "$+\\ \(epsilon)\\ \\times$", shape: .plain) }
                Layer { Node("sign", image: signs, side: 104, caption: "$\\mathrm{sign}(\\nabla_{x} J)$") }
                Layer { Node("equals", "$=$", shape: .plain) }
                Layer {
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

    private static func digitsFigure(_ results: Results) throws -> Figure {
        let picture = results.picture
        let epsilon = results.parameters.pictureEpsilon
        let digits = picture.digits
        let images =
            try digits.map { try $0.picture(picture.side, epsilon: 0, reach: epsilon) }
            + digits.map { try $0.picture(picture.side, epsilon: epsilon, reach: epsilon) }
        let labels =
            digits.map { "\($0.answer): \(percent($0.confidence)) %" }
            + digits.map { "\($0.attackedAnswer): \(percent($0.attackedConfidence)) %" }
        return Figure(width: 420, height: 120, title: "Digits before and after the attack") {
            ImageGrid(images, columns: max(digits.count, 1), labels: labels)
        }
    }

    private static func curves(_ results: Results) -> Figure {
        let sizes = results.parameters.epsilons
        let axis = Axis("size $\\epsilon$ of the perturbation", in: 0...(sizes.last ?? 1))
        let network = results.measurements(.network)
        return Figure(width: 420, height: 200, title: "Error and confidence under attack") {
            Row {
                Panel(x: axis, y: Axis("misclassified share", in: 0...1), legend: .top) {
                    Band(x: sizes, replicates: results.measurements(.softmax).map(\.errors)).role(.series(0))
                        .label("softmax")
                    Band(x: sizes, replicates: network.map(\.errors)).role(.series(1)).label("network")
                    Band(x: sizes, replicates: network.map(\.randomErrors)).role(.muted).dash(.dotted)
                        .label("network, random signs")
                }
                Panel(x: axis, y: Axis("confidence in wrong answers", in: 0...1), legend: .top) {
                    Band(x: sizes, replicates: results.measurements(.softmax).map(\.confidences)).role(.series(0))
                        .label("softmax")
                    Band(x: sizes, replicates: network.map(\.confidences)).role(.series(1)).label("network")
                    Band(x: sizes, replicates: results.measurements(.radialBasis).map(\.confidences)).role(.series(2))
                        .label("Gaussian bumps")
                }
            }
        }
    }

    private static func logits(_ results: Results) -> Figure {
        let picture = results.picture
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

    private static func dimension(_ linear: LinearMeasurements) -> Figure {
        Figure(width: 300, height: 190, title: "Change of a linear function against its number of inputs") {
            Panel(
                x: Axis("number of inputs $n$", scale: .log), y: Axis("change of $w^\\top x$", scale: .log),
                legend: .top
            ) {
                Points(x: linear.sizes, y: linear.signedReaches.map(\.mean)).role(.series(1)).label(
                    "along $\\mathrm{sign}(w)$")
                Line(over: 10...150_528) { linear.epsilon * $0 * (2 / Double.pi).squareRoot() }.role(.truth)
                Points(x: linear.sizes, y: linear.randomReaches.map(\.mean)).role(.series(0)).marker(.openDot)
                    .label("along random signs")
                Line(over: 10...150_528) { linear.epsilon * ($0 * 2 / Double.pi).squareRoot() }.role(.truth)
            }
        }
    }

    private static func training(_ results: Results) -> Figure {
        let sizes = results.parameters.epsilons
        let axis = Axis("size $\\epsilon$ of the perturbation", in: 0...(sizes.last ?? 1))
        func searchErrors(_ arm: Arm) -> [[Double]] { results.measurements(arm).compactMap(\.searchErrors) }
        return Figure(width: 420, height: 210, title: "Error under attack after several ways of training") {
            Row {
                Panel("network, searched", x: axis, y: Axis("misclassified share", in: 0...1), legend: .top) {
                    Band(x: sizes, replicates: searchErrors(.network)).role(.series(1)).label("plain")
                    Band(x: sizes, replicates: searchErrors(.networkNoise)).role(.muted).dash(.dotted).label("noise")
                    Band(x: sizes, replicates: searchErrors(.networkAdversarial)).role(.series(4)).label("one step")
                    Band(x: sizes, replicates: searchErrors(.networkSearch)).role(.series(2)).label("search")
                }
                Panel("softmax regression, one step", x: axis, y: Axis(in: 0...1), legend: .top) {
                    Band(x: sizes, replicates: results.measurements(.softmax).map(\.errors)).role(.series(0)).label(
                        "plain")
                    Band(x: sizes, replicates: results.measurements(.softmaxAdversarial).map(\.errors)).role(.series(4))
                        .label("adversarial")
                }
            }
        }
    }
}

extension AdversarialTrainingSection {
    /// A network that was trained against one large step: what that step finds, and what a search finds.
    private static func masking(_ results: Results) -> Figure {
        let parameters = results.parameters
        let masked = results.againstLargeStep
        let path = Attack.sizes.map { $0 * parameters.epsilon }
        let searched = [parameters.comparedEpsilon, parameters.epsilon]
        let axis = Axis("size $\\epsilon$ of the perturbation", in: 0...(parameters.epsilons.last ?? 1))
        return Figure(width: 420, height: 210, title: "Gradient masking") {
            Row {
                Panel("cost", x: axis, y: Axis("mean cost", scale: .log), legend: .top) {
                    Band(x: path, replicates: masked.compactMap(\.pathCosts)).role(.series(0)).label("along one step")
                    Points(
                        x: searched,
                        y: searched.indices.map { place in
                            masked.compactMap { $0.searchCosts?[place] }.mean
                        }
                    ).role(.series(3)).label("found by search")
                }
                Panel("error", x: axis, y: Axis("misclassified share", in: 0...1), legend: .top) {
                    Band(x: parameters.epsilons, replicates: masked.map(\.errors)).role(.series(0)).label("one step")
                    Band(x: parameters.epsilons, replicates: masked.compactMap(\.searchErrors)).role(.series(3))
                        .label("search")
                }
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
