/// Sets a label that must not be larger than its place.
struct FittingLabel {
    let typesetter: Typesetter

    /// The label at `size`; where it is too wide or too high, a little smaller, else in up to three lines, else smaller still.
    ///
    /// - Throws: `PlotError.noRoom` when it would have to be smaller than six tenths of the size.
    func set(
        _ label: String, size: Double, bold: Bool = false, in room: Rect, alignment: Paragraph.Alignment = .left
    ) throws -> Typeset {
        let box = try typesetter.set(label, size: size, bold: bold)
        guard box.width > room.width || box.height > room.height else { return box }
        let factor = 0.995 * min(room.width / max(box.width, 1e-9), room.height / box.height)
        if factor < 0.85 {
            for share in [1, 0.9, 0.8, 0.7] where share > factor {
                let paragraph = Paragraph(
                    typesetter: typesetter, size: share * size, isBold: bold, alignment: alignment)
                // A label that takes much of its place would leave little for the data.
                let height = min(room.height, max(0.4 * room.height, 2.5 * size))
                if let box = try paragraph.set(label, width: room.width, height: height, most: 3) { return box }
            }
        }
        guard factor >= 0.6 else {
            throw PlotError.noRoom(what: "the label \"\(label)\"", width: room.width, height: room.height)
        }
        return try typesetter.set(label, size: size * factor, bold: bold)
    }
}
