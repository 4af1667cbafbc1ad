/// One tag of an SVG file as Cairo writes it.
struct SVGTag {
    enum Kind { case opening, closing, single }

    let name: String
    let kind: Kind
    private let attributes: [(name: String, value: ArraySlice<UInt8>)]

    /// Reads the bytes between `<` and `>`.
    init(_ bytes: ArraySlice<UInt8>) {
        var bytes = bytes
        if bytes.first == UInt8(ascii: "/") {
            kind = .closing
            bytes = bytes.dropFirst()
        } else if bytes.last == UInt8(ascii: "/") {
            kind = .single
            bytes = bytes.dropLast()
        } else {
            kind = .opening
        }
        let end = bytes.firstIndex(of: UInt8(ascii: " ")) ?? bytes.endIndex
        name = String(decoding: bytes[bytes.startIndex..<end], as: UTF8.self)
        var attributes: [(String, ArraySlice<UInt8>)] = []
        var index = end
        let quote = UInt8(ascii: "\"")
        while let equals = bytes[index...].firstIndex(of: UInt8(ascii: "=")),
            let open = bytes[equals...].firstIndex(of: quote),
            let close = bytes[(open + 1)...].firstIndex(of: quote)
        {
            let key = bytes[index..<equals].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
            attributes.append((String(decoding: key, as: UTF8.self), bytes[(open + 1)..<close]))
            index = close + 1
        }
        self.attributes = attributes
    }

    /// An attribute's value as it was written; empty where there is none.
    func bytes(of name: String) -> ArraySlice<UInt8> { attributes.first { $0.name == name }?.value ?? [] }

    subscript(name: String) -> String? {
        attributes.first { $0.name == name }.map { String(decoding: $0.value, as: UTF8.self) }
    }

    /// The declarations of the style attribute, in order.
    var style: [(name: Substring, value: Substring)] {
        (self["style"] ?? "").utf8.split(separator: UInt8(ascii: ";")).compactMap { declaration in
            guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let name = declaration[..<colon].drop { $0 == UInt8(ascii: " ") }
            return (Substring(name), Substring(declaration[declaration.index(after: colon)...]))
        }
    }
}
