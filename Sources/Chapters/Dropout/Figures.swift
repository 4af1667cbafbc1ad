import Foundation
import Learning
import Notebook
import Plots

/// Plain training is `.series(0)` and dropout `.series(1)` in all figures of the section.
extension DropoutSection {
    @PageBuilder
    static func figures(_ results: Results) throws -> [PageElement] {
        PageFigure("members", membersFigure())
        PageFigure("divergences", divergences(results.exact.approximation))
        PageFigure("sampling", sampling(results.sampling))
        PageFigure("convolutions", convolutions(results.sampling))
        PageFigure("comparison", comparison(results.comparison))
        PageFigure("sizes", sizes(results.sizes))
        PageFigure("widths", widths(results.widths))
        PageFigure("fast", fast(results.fast))
    }

    /// A network and three of its sub-networks.
    private static func membersFigure() -> Figure {
        Figure(width: 420, height: 130, title: "A network and three of its sub-networks") {
            Row {
                network("all units", dropping: [])
                network("one dropped", dropping: ["h2"])
                network("two dropped", dropping: ["x1", "h3"])
                network("three dropped", dropping: ["x3", "h1", "h2"])
            }
        }
    }

    private static func network(_ title: String, dropping dropped: Set<String>) -> Schematic {
        let inputs = ["x1", "x2", "x3"]
        let hidden = ["h1", "h2", "h3"]
        func node(_ name: String) -> Node {
            let text = "$\(name.prefix(1))_\(name.suffix(1))$"
            return dropped.contains(name) ? Node(name, "$\\times$", shape: .plain).role(.muted) : Node(name, text)
        }
        let kept = { (names: [String]) in names.filter { !dropped.contains($0) } }
        let lower = kept(inputs).flatMap { input in kept(hidden).map { Edge(input, to: $0).arrow(false) } }
        let upper = kept(hidden).map { Edge($0, to: "y").arrow(false) }
        return Schematic(.up, title: title) {
            Layer { inputs.map(node) }
            Layer { hidden.map(node) }
            Layer { Node("y", "$y$") }
            lower
            upper
        }
    }

    private static func divergences(_ approximation: ApproximationMeasurements) -> Figure {
        let kinds = approximation.kinds
        return Figure(width: 300, height: 190, title: "Divergence of shortcuts from enumerated ensembles") {
            Panel(x: Axis(""), y: Axis("divergence", in: 1e-4...0.3, scale: .log), legend: .top) {
                Bars(kinds, y: approximation.geometric.map(\.mean)).group(0, of: 3).role(.series(0))
                    .label("scaling, geometric")
                Bars(kinds, y: approximation.arithmetic.map(\.mean)).group(1, of: 3).role(.series(2))
                    .label("scaling, arithmetic")
                Bars(kinds, y: kinds.indices.map { $0 < approximation.fast.count ? approximation.fast[$0].mean : .nan })
                    .group(2, of: 3).role(.series(1)).label("fast dropout, arithmetic")
            }
        }
    }

    private static func sampling(_ sampling: SamplingMeasurements) -> Figure {
        Figure(width: 420, height: 190, title: "Error against the number of sampled sub-networks") {
            Row {
                samples("maxout", sampling.samples, sampling.maxout)
                samples("tanh", sampling.samples, sampling.tanh)
            }
        }
    }

    private static func convolutions(_ sampling: SamplingMeasurements) -> Figure {
        let samples = Array(sampling.samples.prefix(sampling.everywhere[0].arithmetic.count))
        return Figure(width: 420, height: 190, title: "Error of convolutional networks against the number of samples") {
            Row {
                self.samples("dropout after every layer", samples, sampling.everywhere)
                self.samples("before the last layer", samples, sampling.topOnly)
            }
        }
    }

    private static func samples(
        _ title: String, _ samples: [Int], _ networks: [SamplingMeasurements.Sampled]
    ) -> Panel {
        let reach = 1...Double(samples.last ?? 2)
        return Panel(
            title, x: Axis("sub-networks", in: reach, scale: .log), y: Axis("misclassified share"), legend: .top
        ) {
            Line(x: samples, y: mean(networks.map(\.geometric))).role(.series(2)).label("geometric")
            Line(x: samples, y: mean(networks.map(\.arithmetic))).role(.series(3)).label("arithmetic")
            Line(x: [reach.lowerBound, reach.upperBound], y: [networks, networks].map { $0.map(\.scaled).mean })
                .role(.series(1)).dash(.solid).label("weight scaling")
        }
    }

    private static func mean(_ curves: [[Double]]) -> [Double] {
        (curves.first ?? []).indices.map { place in curves.map { $0[place] }.mean }
    }

    private static func comparison(_ comparison: Comparison) -> Figure {
        let estimates = comparison.errors.map { Estimate(of: $0) }
        let names = comparison.methods.map(\.name)
        let places = names.indices.map { Double(names.count - 1 - $0) }
        return Figure(width: 420, height: 210, title: "Test error by regularizer") {
            Panel(
                x: Axis("misclassified share of test images"),
                y: Axis(
                    "", in: -0.6...Double(names.count) - 0.4, ticks: .labelled(zip(places, names).map { Tick($0, $1) }))
            ) {
                for (place, estimate) in zip(places, estimates) where estimate.halfWidth.isFinite {
                    Line(
                        x: [estimate.mean - estimate.halfWidth, estimate.mean + estimate.halfWidth], y: [place, place]
                    ).role(.muted).dash(.solid)
                }
                for (place, method) in zip(places, comparison.methods) {
                    Point(x: estimates[comparison.methods.firstIndex(of: method) ?? 0].mean, y: place)
                        .role(method.drops ? .series(1) : .series(0))
                }
            }
        }
    }

    private static func sizes(_ sizes: SizeMeasurements) -> Figure {
        let axis = Axis("training images", scale: .log)
        let gains = sizes.sizes.indices.map { Estimate(of: sizes.gains($0)) }
        return Figure(width: 420, height: 200, title: "Dropout against the size of the training set") {
            Row {
                Panel(x: axis, y: Axis("misclassified share", including: [0]), legend: .top) {
                    Band(x: sizes.sizes, replicates: columns(sizes.plainErrors)).role(.series(0)).label("plain")
                    Band(x: sizes.sizes, replicates: columns(sizes.dropoutErrors)).role(.series(1)).label("dropout")
                    Points(x: [Double(sizes.sizes[0])], y: [sizes.bayesianErrors.mean]).role(.series(2))
                        .marker(.triangle).label("Bayesian")
                    Points(x: [Double(sizes.sizes[0])], y: [sizes.featureErrors.mean]).role(.series(3))
                        .marker(.diamond).label("features")
                }
                Panel(x: axis, y: Axis("gain of dropout")) {
                    Band(
                        x: sizes.sizes.map(Double.init), low: gains.map { $0.mean - $0.halfWidth },
                        high: gains.map { $0.mean + $0.halfWidth }
                    ).role(.series(1))
                    Line(x: sizes.sizes, y: gains.map(\.mean)).role(.series(1)).dash(.solid)
                    Rule(y: 0).role(.muted).dash(.dotted)
                }
            }
        }
    }

    private static func columns(_ rows: [[Double]]) -> [[Double]] {
        (0..<(rows.map(\.count).min() ?? 0)).map { place in rows.map { $0[place] } }
    }

    private static func widths(_ widths: WidthMeasurements) -> Figure {
        let axis = Axis(
            "units in each layer", scale: .log, ticks: .labelled(widths.widths.map { Tick(Double($0), "\($0)") }))
        func curves(_ runs: [[WidthMeasurements.Run]], _ path: KeyPath<WidthMeasurements.Run, Double>) -> [[Double]] {
            columns(runs.map { $0.map { $0[keyPath: path] } })
        }
        return Figure(width: 420, height: 190, title: "Validation loss and training time against width") {
            Row {
                Panel(x: axis, y: Axis("least validation loss", including: [0]), legend: .top) {
                    Band(x: widths.widths, replicates: curves(widths.plain, \.validationLoss)).role(.series(0))
                        .label("plain")
                    Band(x: widths.widths, replicates: curves(widths.dropout, \.validationLoss)).role(.series(1))
                        .label("dropout")
                }
                Panel(x: axis, y: Axis("updates until then", including: [0]), legend: .top) {
                    Band(x: widths.widths, replicates: curves(widths.plain, \.updates)).role(.series(0)).label("plain")
                    Band(x: widths.widths, replicates: curves(widths.dropout, \.updates)).role(.series(1))
                        .label("dropout")
                }
            }
        }
    }

    private static func fast(_ fast: FastTraining) -> Figure {
        Figure(width: 420, height: 190, title: "Objective of dropout against updates") {
            Panel(x: Axis("updates"), y: Axis("objective, averaged over masks"), legend: .top) {
                Band(x: fast.steps, replicates: fast.randomCurves).role(.series(1)).dash(.solid).label("random masks")
                Band(x: fast.steps, replicates: fast.averagedCurves).role(.series(2)).label("averaged out")
            }
        }
    }
}

extension Comparison.Method {
    /// Whether units or weights drop out.
    fileprivate var drops: Bool { [.dropout, .dropoutL2, .dropoutMaxNorm, .dropConnect].contains(self) }
}
