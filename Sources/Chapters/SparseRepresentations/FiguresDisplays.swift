import Foundation
import Learning
import Plots

extension SparseRepresentationsSection {
    /// The two displays as blocks: a tinted cell is an entry that is not zero.
    static func displays() -> Figure {
        Figure(width: 420, height: 300, title: "Sparse parameters and a sparse representation as matrix blocks") {
            Column(spacing: 4) {
                display(.sparseParameters, names: ["$\\mathbf y$", "$\\mathbf A$", "$\\mathbf x$"], mended: nil)
                display(.mended, names: ["$\\mathbf y$", "$\\mathbf B$", "$\\mathbf h$"], mended: 2)
            }
        }.described(
            as: """
                Two products of a 5 × 6 matrix and a vector of 6 entries, as blocks in which entries that are not zero are tinted: above, \
                10 of the matrix's 30 entries and all of the vector's; below, 29 of the matrix's and 2 of the vector's. The third entry \
                of the lower product, 19, is circled.
                """)
    }

    private static func display(_ display: MatrixDisplay, names: [String], mended: Int?) -> Panel {
        let (rows, columns) = (display.matrix.rows, display.matrix.columns)
        let top = Double(columns)
        let blocks = [
            Block(left: 0, top: top - 0.5, values: display.product.map { [$0] }, role: .series(2)),
            Block(left: 3, top: top - 0.5, values: (0..<rows).map { display.matrix.row($0) }, role: .series(0)),
            Block(left: 10.5, top: top, values: display.vector.map { [$0] }, role: .series(1)),
        ]
        return Panel(x: .hidden(-0.6...12), y: .hidden(-0.2...top + 0.9), frame: .none, aspect: .equal, legend: .none) {
            for (block, name) in zip(blocks, names) {
                block.tints
                block.numbers
                Text(name, x: block.left + Double(block.values[0].count) / 2, y: top + 0.5)
            }
            Text("$=$", x: 2, y: top / 2)
            if let mended {
                Outline(over: 0...(2 * .pi)) { angle in
                    (0.5 + 0.62 * cos(angle), top - 1 - Double(mended) + 0.46 * sin(angle))
                }.role(.regularized).dash(.solid)
            }
        }
    }
}

/// A matrix at a place of the picture.
private struct Block {
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
