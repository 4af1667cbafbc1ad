import Plots

/// What the articles of the catalogue show besides figures of the gallery and the cookbook.
extension GalleryExample {
    static let articles: [GalleryExample] = [
        GalleryExample(name: "first-figure", figure: firstFigure),
        GalleryExample(name: "own-mark", figure: ownMark),
        GalleryExample(name: "own-scale", figure: ownScale),
    ]

    static func firstFigure() -> Figure {
        let weeks = [1, 2, 3, 4, 5, 6]
        let figure = Figure(width: 300, height: 160) {
            Panel(x: Axis("week", ticks: .wholeNumbers), y: Axis("height (cm)")) {
                Line(x: weeks, y: [2.1, 4.0, 7.2, 11.5, 14.9, 16.2]).role(.series(0)).label("with light")
                Line(x: weeks, y: [1.8, 3.1, 4.4, 5.6, 6.1, 6.3]).role(.series(1)).label("in the shade")
            }
        }
        return figure
    }

    static func ownMark() -> Figure {
        let days = (1...12).map(Double.init)
        let first = [20.0, 21, 20.5, 22, 23.5, 23, 24, 23.2, 22.1, 22.8, 24, 25]
        let last = [21.0, 20.5, 22, 23.5, 23, 24, 23.2, 22.1, 22.8, 24, 25, 24.4]
        return Figure(width: 300, height: 160) {
            Panel(x: Axis("day"), y: Axis("price")) {
                Candles(
                    days: days, first: first, last: last, lowest: zip(first, last).map { min($0, $1) - 0.6 },
                    highest: zip(first, last).map { max($0, $1) + 0.5 })
            }
        }
    }

    static func ownScale() throws -> Figure {
        let names = ["cat", "dog", "hen"]
        let places = names.indices.map(Double.init)
        let map = HeatMap(
            of: try ScalarField(xs: places, ys: places, values: [9, 1, 0, 2, 7, 1, 0, 1, 8]),
            scale: ColourScale(ColourMap([RGB(0xFFFFFF), RGB(0x7A0177)])))
        return Figure(width: 300, height: 170) {
            Row {
                Panel("confusion", x: Axis(scale: .categorical(names)), y: Axis(scale: .categorical(names))) { map }
                ColourBar(for: map, label: "count")
            }
        }
    }

    static func income() -> Axis {
        Axis("income", in: 10...1e6, scale: .log, ticks: .atMost(4)).format(.metric.between("$")).gridLines()
    }
}
