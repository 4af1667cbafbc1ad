import Notebook
import Plots

extension [[Double]] {
    /// Columns as rows.
    var transposedRows: [[Double]] { (first ?? []).indices.map { place in map { $0[place] } } }
}

extension Picture {
    func ink() throws -> PixelImage { try PixelImage(ink: values, columns: columns) }

    /// Red where it adds ink and blue where it takes some away.
    func atom() throws -> PixelImage {
        try PixelImage(signed: values, columns: columns, reach: 1)
    }
}
