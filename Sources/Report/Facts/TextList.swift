import Foundation

/// Texts as bytes: how many there are, the length of each, then all of them. JSON took longer to read than all the rest
/// of a page.
struct TextList: Sendable, Equatable {
    let texts: [String]

    init(_ texts: [String]) { self.texts = texts }

    var data: Data {
        var data = Data()
        for length in [UInt32(texts.count)] + texts.map({ UInt32($0.utf8.count) }) {
            withUnsafeBytes(of: length.littleEndian) { data.append(contentsOf: $0) }
        }
        for text in texts { data.append(contentsOf: text.utf8) }
        return data
    }

    /// Reads what `data` wrote; nil for anything else.
    init?(data: Data) {
        let bytes = [UInt8](data)
        func length(_ index: Int) -> Int {
            bytes[(4 * index)..<(4 * index + 4)].reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        guard bytes.count >= 4, length(0) <= bytes.count / 4 - 1 else { return nil }
        var texts: [String] = []
        texts.reserveCapacity(length(0))
        var at = 4 * (length(0) + 1)
        for index in 0..<length(0) {
            let end = at + length(index + 1)
            guard end <= bytes.count else { return nil }
            texts.append(String(decoding: bytes[at..<end], as: UTF8.self))
            at = end
        }
        guard at == bytes.count else { return nil }
        self.texts = texts
    }
}
