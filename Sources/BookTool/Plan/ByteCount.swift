/// A number of bytes as a reader writes it and reads it: "1.5G", "1.5 GB".
struct ByteCount: Sendable, Equatable {
    let bytes: Int

    init(_ bytes: Int) { self.bytes = bytes }

    /// - Throws: `ToolError.wrongSize` for what is no number above zero with a unit.
    init(_ text: String) throws {
        let units: [Character: Double] = ["K": 1e3, "M": 1e6, "G": 1e9, "T": 1e12]
        let trimmed = text.uppercased().hasSuffix("B") ? text.dropLast() : text[...]
        guard let unit = trimmed.last?.uppercased().first.flatMap({ units[$0] }),
            let number = Double(trimmed.dropLast()),
            number > 0, number * unit < 1e18
        else { throw ToolError.wrongSize(text) }
        bytes = Int(number * unit)
    }
}

extension ByteCount: CustomStringConvertible {
    var description: String {
        let (unit, name) = bytes < 1_000_000 ? (1e3, "kB") : bytes < 1_000_000_000 ? (1e6, "MB") : (1e9, "GB")
        return "\((Double(bytes) / unit * 10).rounded() / 10) \(name)"
    }
}
