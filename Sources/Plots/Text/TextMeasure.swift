/// Measures letters, so that a figure can be laid out without drawing it.
public protocol TextMeasure: Sendable {
    /// The extent of `string` set in `face` at `size` points.
    ///
    /// - Throws: `PlotError.missingFont` when the face is not installed.
    func extent(of string: String, face: FontFace, size: Double) throws -> TextExtent
}
