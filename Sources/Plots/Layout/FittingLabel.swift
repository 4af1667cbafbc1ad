/// Sets a label that must not be larger than its place.
struct FittingLabel {
    let typesetter: Typesetter

    /// The label at `size`, or smaller where it would be too wide or too high.
    ///
    /// - Throws: `PlotError.noRoom` when it would have to be smaller than six tenths of the size.
    func set(_ label: String, size: Double, bold: Bool = false, in room: Rect) throws -> Typeset {
        let box = try typesetter.set(label, size: size, bold: bold)
        guard box.width > room.width || box.height > room.height else { return box }
        let factor = 0.995 * min(room.width / max(box.width, 1e-9), room.height / box.height)
        guard factor >= 0.6 else {
            throw PlotError.noRoom(what: "the label \"\(label)\"", width: room.width, height: room.height)
        }
        return try typesetter.set(label, size: size * factor, bold: bold)
    }
}
