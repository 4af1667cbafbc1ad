import Foundation
import Plots

/// Figures as statistics and machine learning have them.
extension GalleryExample {
    static func receiverOperating() -> Figure {
        Figure(width: 220, height: 210) {
            Panel(
                x: Axis("false positives", in: 0...1).format(.percent()),
                y: Axis("true positives", in: 0...1).format(.percent()), frame: .box, aspect: .equal, legend: .none
            ) {
                Line(x: [0, 1], y: [0, 1]).role(.muted).dash(.dotted)
                Line(over: 0...1) { pow($0, 0.25) }.role(.series(0)).label("network")
                Line(over: 0...1) { pow($0, 0.5) }.role(.series(1)).label("linear model")
                Text("network", x: 0.3, y: 0.88, anchor: .left).role(.series(0))
                Text("linear model", x: 0.4, y: 0.5, anchor: .left).role(.series(1))
            }
        }
    }

    static func calibration() -> Figure {
        let predicted = (0..<10).map { 0.05 + 0.1 * Double($0) }
        let observed = predicted.map { $0 - 0.12 * sin(2 * .pi * $0) }
        return Figure(width: 220, height: 210) {
            Panel(
                x: Axis("predicted", in: 0...1), y: Axis("observed", in: 0...1), frame: .box, aspect: .equal
            ) {
                Line(x: [0, 1], y: [0, 1]).role(.muted)
                Line(x: predicted, y: observed).role(.validation).marker(.dot)
            }
        }
    }

    static func quantiles() -> Figure {
        let normal = (1...60).map { index -> Double in
            // Tukey's approximation of the normal quantiles.
            let share = (Double(index) - 0.5) / 60
            return 4.91 * (pow(share, 0.14) - pow(1 - share, 0.14))
        }
        let sample = normal.map { 1.1 * $0 + 0.12 * $0 * $0 }
        return Figure(width: 220, height: 200) {
            Panel(x: Axis("normal quantiles"), y: Axis("sample")) {
                Regression(x: normal, y: sample).role(.muted)
                Points(x: normal, y: sample).role(.series(0))
            }
        }
    }

    static func groups() -> Figure {
        struct Plant {
            let site: String
            let height: Double
        }
        let plants = (0..<120).map { index in
            Plant(
                site: ["shore", "meadow", "wood"][index % 3],
                height: 20 + 4 * Double(index % 3) + 5 * sin(Double(index) * 1.3) + (index == 40 ? 16 : 0))
        }
        return Figure(width: 360, height: 160) {
            Row {
                Panel("boxes", y: Axis("height (cm)")) { Distribution(plants, x: \.site, y: \.height).role(.series(0)) }
                Panel("violins", y: Axis("height (cm)")) {
                    Distribution(plants, x: \.site, y: \.height, as: .violin).role(.series(2))
                }
            }.sharingY()
        }
    }

    static func smallMultiples() -> Figure {
        struct Epoch {
            let optimizer: String
            let number: Int
            let loss: Double
        }
        let epochs = ["momentum", "adaptive", "second order"].enumerated().flatMap { place, optimizer in
            (1...30).map { number in
                let loss = exp(-Double(number) / (12 - 4 * Double(place))) + 0.05
                return Epoch(optimizer: optimizer, number: number, loss: loss)
            }
        }
        return Figure(width: 420, height: 140) {
            Facets(of: epochs, by: \.optimizer) { optimizer, epochs in
                Panel(optimizer, x: Axis("epoch"), y: Axis("loss", scale: .log)) {
                    Line(epochs, x: \.number, y: \.loss).role(.training)
                }
            }
        }
    }

    static func species() -> Figure {
        struct Flower {
            let species: String
            let length, width: Double
        }
        let flowers = (0..<90).map { index in
            let kind = index % 3
            let turn = Double(index) * 2.4
            return Flower(
                species: ["coastal", "alpine", "marsh"][kind], length: 3 + 1.4 * Double(kind) + 0.6 * sin(turn),
                width: 1 + 0.5 * Double(kind) + 0.25 * cos(turn * 1.3))
        }
        return Figure(width: 300, height: 170) {
            Panel(x: Axis("petal length (cm)"), y: Axis("petal width (cm)")) {
                flowers.marks(by: \.species) { Points($0, x: \.length, y: \.width) }
            }
        }
    }

    static func correlations() throws -> Figure {
        let names = ["age", "height", "weight", "pulse", "sleep"]
        let values = names.indices.flatMap { row in
            names.indices.map { column in row == column ? 1 : 0.9 * cos(Double(row + column)) }
        }
        let places = names.indices.map(Double.init)
        let map = HeatMap(
            of: try ScalarField(xs: places, ys: places, values: values),
            scale: ColourScale(.diverging, range: -1...1))
        return Figure(width: 260, height: 200) {
            Row {
                Panel(
                    x: Axis(scale: .categorical(names)), y: Axis(scale: .categorical(names), reversed: true),
                    aspect: .equal
                ) { map }
                ColourBar(for: map, label: "correlation")
            }
        }
    }
}
