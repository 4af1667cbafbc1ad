import Notebook
import Plots

/// A matrix at a place of the picture.
struct Block {
    let left: Double
    let top: Double
    let values: [[Double]]
    let role: Role

    private var cells: [(x: Double, y: Double, value: Double)] {
        values.enumerated().flatMap { row, entries in
            entries.enumerated().map { (left + Double($0.offset) + 0.5, top - Double(row) - 0.5, $0.element) }
        }
    }

    /// A square behind each entry that is not zero.
    var tints: [any Mark] {
        cells.filter { $0.value != 0 }.map { cell in
            Outline.maxBall(radius: 0.46, centre: (cell.x, cell.y)).filled(opacity: 0.25).role(role).dash(.solid)
                .lineWidth(0.3)
        }
    }

    var numbers: [any Mark] {
        cells.map { cell in
            Text(cell.value == 0 ? "0" : "$\(Int(cell.value))$", x: cell.x, y: cell.y).role(
                cell.value == 0 ? .muted : .ink)
        }
    }
}
