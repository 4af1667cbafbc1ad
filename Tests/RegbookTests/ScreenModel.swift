import Foundation

/// What a terminal shows after some bytes: letters one cell wide, lines that wrap at its edge and scroll off its top, and the
/// sequences that the progress uses. Anything else makes it stop with a fault.
struct ScreenModel {
    private(set) var columns: Int
    private(set) var rows: Int
    /// What has scrolled off the top.
    private(set) var history: [String] = []
    /// What was not understood, if anything.
    private(set) var fault: String?
    private var lines: [Line]
    private var row = 0
    private var column = 0
    private var pending: [UInt8] = []

    /// One row; `wraps` when the text goes on in the next.
    private struct Line {
        var text: [Character] = []
        var wraps = false
    }

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        lines = Array(repeating: Line(), count: rows)
    }

    /// The rows, without spaces at their ends and empty rows at the foot.
    var shown: [String] {
        let texts = lines.map { String($0.text).trimmedAtEnd }
        return Array(texts.prefix((texts.lastIndex { !$0.isEmpty } ?? -1) + 1))
    }

    /// All that was ever shown.
    var all: [String] { history + shown }

    mutating func feed(_ bytes: some Sequence<UInt8>) {
        pending += bytes
        while let token = take() {
            switch token {
            case "\n", "\r\n":
                if token == "\r\n" { column = 0 }
                newLine(wraps: false)
                column = 0
            case "\r": column = 0
            case _ where token.hasPrefix("\u{1B}["): control(token.dropFirst(2))
            case _ where token.unicodeScalars.allSatisfy { $0.value >= 32 }: put(token)
            default: fault = fault ?? "\(token.debugDescription)"
            }
        }
    }

    /// Takes another size as most terminals do: lines that were wrapped are joined and wrapped anew.
    mutating func resize(columns: Int, rows: Int) {
        let cursor = row
        var logical: [(text: [Character], hasCursor: Bool)] = [([], false)]
        for (place, line) in lines.enumerated() {
            var text = line.text
            if !line.wraps { while text.last == " " { text.removeLast() } }
            logical[logical.count - 1].text += text
            if place == cursor { logical[logical.count - 1].hasCursor = true }
            if !line.wraps { logical.append(([], false)) }
        }
        logical.removeLast()
        while logical.count > 1, let last = logical.last, last.text.isEmpty, !last.hasCursor { logical.removeLast() }
        var wrapped: [Line] = []
        for line in logical {
            if line.hasCursor { row = wrapped.count }
            var rest = line.text[...]
            repeat {
                let part = rest.prefix(columns)
                rest = rest.dropFirst(columns)
                wrapped.append(Line(text: Array(part), wraps: !rest.isEmpty))
            } while !rest.isEmpty
        }
        self.columns = columns
        self.rows = rows
        while row >= rows {
            history.append(String(wrapped.removeFirst().text).trimmedAtEnd)
            row -= 1
        }
        lines = Array(wrapped.prefix(rows)) + Array(repeating: Line(), count: max(0, rows - wrapped.count))
        column = min(column, columns - 1)
    }

    /// The next letter, line end or whole sequence; nil when only a part of one is there.
    private mutating func take() -> String? {
        guard let first = pending.first else { return nil }
        if first == 0x1B {
            guard pending.count > 1 else { return nil }
            guard pending[1] == UInt8(ascii: "["),
                let end = pending.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) })
            else { return nil }
            defer { pending.removeSubrange(...end) }
            return String(decoding: pending[...end], as: UTF8.self)
        }
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard pending.count >= length else { return nil }
        defer { pending.removeFirst(length) }
        return String(decoding: pending[..<length], as: UTF8.self)
    }

    private mutating func put(_ letter: String) {
        if column >= columns {
            newLine(wraps: true)
            column = 0
        }
        while lines[row].text.count <= column { lines[row].text.append(" ") }
        lines[row].text[column] = Character(letter)
        column += 1
    }

    private mutating func newLine(wraps: Bool) {
        lines[row].wraps = wraps
        if row + 1 < rows {
            row += 1
        } else {
            history.append(String(lines.removeFirst().text).trimmedAtEnd)
            lines.append(Line())
        }
    }

    private mutating func control(_ sequence: Substring) {
        let number = Int(sequence.dropLast())
        switch sequence.last {
        case "A": row = max(0, row - max(1, number ?? 1))
        case "K" where (number ?? 0) == 0:
            lines[row].text = Array(lines[row].text.prefix(column))
            lines[row].wraps = false
        case "J" where (number ?? 0) == 0:
            lines[row].text = Array(lines[row].text.prefix(column))
            lines[row].wraps = false
            for below in lines.indices where below > row { lines[below] = Line() }
        case "m": break
        default: fault = fault ?? String(sequence)
        }
    }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
