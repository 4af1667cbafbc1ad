/// Sets a label that must not be wider than its place.
struct FittingLabel {
    let typesetter: Typesetter

    /// The label at `size`, or smaller where it would be too wide.
    ///
    /// - Throws: `PlotError.noRoom` when it would have to be smaller than six tenths of the size.
    func set(_ label: String, size: Double, bold: Bool = false, width: Double) throws -> Typeset {
        let box = try typesetter.set(label, size: size, bold: bold)
        guard box.width > width else { return box }
        let factor = 0.995 * width / box.width
        guard factor >= 0.6 else {
            throw PlotError.noRoom(what: "the label \"\(label)\"", width: width, height: box.height)
        }
        return try typesetter.set(label, size: size * factor, bold: bold)
    }
}
