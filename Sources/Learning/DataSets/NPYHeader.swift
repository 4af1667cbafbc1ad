import LinearAlgebra

/// The header of an NPY file: a Python dictionary of three entries.
struct NPYHeader {
    let type: NPYType
    let isFortranOrder: Bool
    /// One or two dimensions.
    let shape: [Int]

    init(_ text: String) throws(DataFileFault) {
        guard let code = NPYHeader.value("descr", text, "'\"")?.trimming("'\""),
            let order = NPYHeader.value("fortran_order", text, ",}"),
            let dimensions = NPYHeader.value("shape", text, ")")
        else { throw .badHeader(text: text) }
        guard let type = NPYType(code: code) else { throw .otherElements(type: code) }
        guard order == "True" || order == "False" else { throw .badHeader(text: text) }
        var shape: [Int] = []
        for part in dimensions.dropFirst().split(separator: ",") {
            let digits = String(part).trimming(" ")
            if digits.isEmpty { continue }
            guard let length = Int(digits), 0...Int(Int32.max) ~= length else { throw .badHeader(text: text) }
            shape.append(length)
        }
        guard dimensions.hasPrefix("(") else { throw .badHeader(text: text) }
        guard 1...2 ~= shape.count else { throw .otherRank(shape.count) }
        self.type = type
        isFortranOrder = order == "True"
        self.shape = shape
    }

    /// What stands behind a key, up to one of the ends; a text keeps its opening mark.
    private static func value(_ key: String, _ text: String, _ ends: String) -> String? {
        for mark in ["'", "\""] {
            guard let place = text.firstRange(of: mark + key + mark) else { continue }
            let rest = text[place.upperBound...].drop { $0 == " " }
            guard rest.first == ":" else { continue }
            let value = rest.dropFirst().drop { $0 == " " }
            guard let opening = value.first else { continue }
            let isText = ends.contains(opening)
            guard let end = value.dropFirst(isText ? 1 : 0).firstIndex(where: { ends.contains($0) }) else { return nil }
            return String(value[..<end]).trimming(" ")
        }
        return nil
    }
}

extension String {
    fileprivate func trimming(_ characters: String) -> String {
        String(drop { characters.contains($0) }.reversed().drop { characters.contains($0) }.reversed())
    }
}
