import Foundation
import Plots

/// Figures as economics and the study of populations have them.
extension GalleryExample {
    static func pyramid() -> Figure {
        let ages = ["0–14", "15–29", "30–44", "45–59", "60–74", "75+"]
        let women = [7.8, 8.4, 9.1, 8.8, 7.4, 5.9]
        let men = [8.2, 8.8, 9.3, 8.6, 6.8, 4.1]
        let ticks = [-10.0, -5, 0, 5, 10].map { Tick($0, "\(Int(abs($0)))") }
        return Figure(width: 300, height: 170) {
            Panel(x: Axis("millions", ticks: .labelled(ticks)), legend: .top) {
                Bars(ages, y: women.map { -$0 }).level().stacked().role(.series(1)).label("women")
                Bars(ages, y: men).level().stacked().role(.series(0)).label("men")
            }
        }
    }

    static func lorenz() -> Figure {
        let people = (0...50).map { Double($0) / 50 }
        return Figure(width: 220, height: 210) {
            Panel(
                x: Axis("share of people", in: 0...1).format(.percent()),
                y: Axis("share of income", in: 0...1).format(.percent()), frame: .box, aspect: .equal
            ) {
                Band(x: people, low: people.map { pow($0, 2.1) }, high: people).role(.series(1))
                Line(x: [0, 1], y: [0, 1]).role(.muted)
                Line(over: 0...1) { pow($0, 2.1) }.role(.series(1))
            }
        }
    }

    static func prices() -> Figure {
        let days = (0..<250).map { Date(timeIntervalSince1970: 1_672_531_200 + 86_400 * 1.46 * Double($0)) }
        let prices = days.indices.map { 100 + 0.08 * Double($0) + 6 * sin(Double($0) / 17) + 2 * sin(Double($0) / 3) }
        let means = prices.indices.map { index -> Double in
            index < 20 ? .nan : prices[(index - 20)...index].reduce(0, +) / 21
        }
        return Figure(width: 380, height: 160) {
            Panel(x: Axis("2023"), y: Axis("price").format(.automatic.between("$"))) {
                Line(x: days, y: prices).role(.series(0)).lineWidth(0.8).label("close")
                Line(x: days, y: means).role(.series(1)).label("mean of 21 days")
            }
        }
    }

    static func pareto() -> Figure {
        let causes = ["scratch", "dent", "colour", "size", "other"]
        let counts = [46.0, 27, 14, 8, 5]
        let shares = counts.indices.map { counts[...$0].reduce(0, +) / counts.reduce(0, +) }
        return Figure(width: 300, height: 220) {
            Column(shares: [1, 2]) {
                Panel(y: Axis("total", in: 0...1).format(.percent())) {
                    Line(x: [0, 1, 2, 3, 4], y: shares).marker(.dot).role(.series(1))
                }
                Panel(y: Axis("faults")) { Bars(causes, y: counts).role(.series(0)) }
            }.sharingX()
        }
    }

    static func slopes() -> Figure {
        let towns = ["Aland", "Borg", "Cella", "Dorn"]
        let (before, after) = ([31.0, 42, 25, 38], [44.0, 40, 33, 36])
        return Figure(width: 220, height: 190) {
            Panel(
                x: Axis(in: -0.2...1.2, ticks: .labelled([Tick(0, "2010"), Tick(1, "2020")])),
                y: Axis("by bicycle (%)")
            ) {
                for (index, town) in towns.enumerated() {
                    Line(x: [0, 1], y: [before[index], after[index]]).marker(.dot).role(.series(index)).dash(.solid)
                        .label(town)
                }
            }
        }
    }

    static func stackedBars() -> Figure {
        let years = ["2000", "2010", "2020"]
        return Figure(width: 280, height: 170) {
            Panel(y: Axis("electricity (TWh)"), legend: .top) {
                Bars(years, y: [320, 270, 150]).stacked().role(.series(6)).label("coal")
                Bars(years, y: [40, 110, 240]).stacked().role(.series(2)).label("wind and sun")
                Bars(years, y: [170, 140, 60]).stacked().role(.series(4)).label("nuclear")
            }
        }
    }
}
