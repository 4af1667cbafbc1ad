import Foundation

/// Texts as bytes: how many there are, the length of each, then all of them. JSON took longer to read than all the rest
/// of a page.
struct TextList: Sendable, Equatable {
    let texts: [String]

    init(_ texts: [String]) { self.texts = texts }

    var data: Data {
        let lengths = [texts.count] + texts.map(\.utf8.count)
        // Bytes first: each piece appended to `Data` takes several times as long.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4 * lengths.count + lengths.dropFirst().reduce(0, +))
        for length in lengths { withUnsafeBytes(of: UInt32(length).littleEndian) { bytes += $0 } }
        for text in texts { bytes += text.utf8 }
        return Data(bytes)
    }

    /// Reads what `data` wrote; nil for anything else.
    init?(data: Data) {
        guard let texts = data.withUnsafeBytes(TextList.texts) else { return nil }
        self.texts = texts
    }

    private static func texts(_ bytes: UnsafeRawBufferPointer) -> [String]? {
        func length(_ index: Int) -> Int {
            Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)))
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
        return at == bytes.count ? texts : nil
    }
}
