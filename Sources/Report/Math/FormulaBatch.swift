import Foundation

/// Rendered formulas as they are kept: their HTML, and the classes that stand in it.
struct FormulaBatch: Equatable {
    let html: [String]
    /// What decides which of KaTeX's fonts a page needs.
    let classes: Set<String>

    init(_ html: [String]) {
        self.html = html
        var classes: Set<String> = []
        var seen: Set<Substring> = []
        for text in html {
            for list in Self.lists(in: text) where seen.insert(list).inserted {
                for name in list.split(separator: " ") { classes.insert(String(name)) }
            }
        }
        self.classes = classes
    }

    /// The values of `class` attributes.
    private static func lists(in html: String) -> [Substring] {
        let mark = Array("class=\"".utf8)
        let text = html.utf8
        var lists: [Substring] = []
        var matched = 0
        var at = text.startIndex
        while at < text.endIndex {
            matched = text[at] == mark[matched] ? matched + 1 : text[at] == mark[0] ? 1 : 0
            at = text.index(after: at)
            guard matched == mark.count else { continue }
            matched = 0
            let end = text[at...].firstIndex(of: UInt8(ascii: "\"")) ?? text.endIndex
            lists.append(html[at..<end])
            at = end
        }
        return lists
    }

    /// The batch as bytes: each text after its length. JSON took longer to read than all the rest of a page.
    var data: Data {
        var data = Data()
        func add(_ texts: [String]) {
            for length in [UInt32(texts.count)] + texts.map({ UInt32($0.utf8.count) }) {
                withUnsafeBytes(of: length.littleEndian) { data.append(contentsOf: $0) }
            }
            for text in texts { data.append(contentsOf: text.utf8) }
        }
        add(classes.sorted())
        add(html)
        return data
    }

    /// Reads what `data` wrote; nil for anything else.
    init?(data: Data) {
        let bytes = [UInt8](data)
        var at = 0
        func length() -> Int? {
            guard at + 4 <= bytes.count else { return nil }
            defer { at += 4 }
            return bytes[at..<(at + 4)].reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        func texts() -> [String]? {
            guard let count = length(), count <= bytes.count else { return nil }
            var lengths: [Int] = []
            for _ in 0..<count {
                guard let next = length() else { return nil }
                lengths.append(next)
            }
            var texts: [String] = []
            for next in lengths {
                guard at + next <= bytes.count else { return nil }
                texts.append(String(decoding: bytes[at..<(at + next)], as: UTF8.self))
                at += next
            }
            return texts
        }
        guard let classes = texts(), let html = texts(), at == bytes.count else { return nil }
        self.classes = Set(classes)
        self.html = html
    }
}
