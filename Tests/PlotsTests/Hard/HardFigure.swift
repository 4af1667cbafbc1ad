import Plots

/// A figure whose data plotting libraries often draw wrong: its layout is kept as a snapshot, its error as a value.
struct HardFigure: Sendable, CustomStringConvertible {
    let name: String
    let figure: @Sendable () throws -> Figure

    var description: String { name }

    init(_ name: String, _ figure: @escaping @Sendable () throws -> Figure) {
        self.name = name
        self.figure = figure
    }

    static let all =
        farValues + rasters + categories + logarithms + longLines + axes + levels + letters + colours + statistics
        + legends + layouts
}
