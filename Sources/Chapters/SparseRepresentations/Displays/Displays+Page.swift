import Foundation
import LinearAlgebra
import Notebook
import Plots

extension Displays: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("displays", Self.displays())
        Value("zeros-of-a", results.parametersZeros.matrix)
        Value("zeros-of-x", results.parametersZeros.vector)
        Value("zeros-of-b", results.representationZeros.matrix)
        Value("zeros-of-h", results.representationZeros.vector)
        Value("printed-entry", MatrixDisplay.sparseRepresentation.product[2])
        Value("mended-entry", MatrixDisplay.mended.product[2])
        Claim(
            "9-1E", "The display of a sparse parametrization, $\\mathbf y=\\mathbf A\\mathbf x$, is right.",
            method: "The product, multiplied out."
        ) {
            Check.error(
                "largest distance of $\\mathbf y$ from $\\mathbf A\\mathbf x$", results.parametersError, atMost: 0)
        }
        Claim(
            "9-2D",
            "The display of a sparse representation, $\\mathbf y=\\mathbf B\\mathbf h$, is right with 19 in the third row.",
            method:
                "The product, multiplied out, against $\\mathbf y$ as printed (1 in the third row) and corrected.",
            expecting: .erratum
        ) {
            Check.erratum(
                "largest distance of $\\mathbf y$ from $\\mathbf B\\mathbf h$", asPrinted: results.printedError,
                corrected: results.mendedError, tolerance: 0)
        }
    }

    /// The two displays as blocks: a tinted cell is an entry that is not zero.
    private static func displays() -> Figure {
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

extension Displays {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("9-1E") { $0.parametersError = 1 },
        Mutant("9-2D") { $0.printedError = 0 },
        Mutant("9-2D") { $0.mendedError = 18 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("9-1E") { $0.product = { matrix, vector in matrix * vector.scaled(by: -1) } },
        Mutant("9-1E") { $0.product = { matrix, vector in (matrix * vector).scaled(by: 2) } },
        Mutant("9-2D") { $0.product = { matrix, vector in matrix * vector.scaled(by: -1) } },
    ]
}
