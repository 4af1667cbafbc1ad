/// The d attribute of a path, written short: relative steps in hundredths of a point.
struct SVGPathData {
    private var text: [UInt8] = []
    private var command: UInt8 = 0
    /// The pen's place and the start of the subpath, in hundredths; rounding doesn't add up along a path.
    private var pen = (x: 0, y: 0)
    private var start = (x: 0, y: 0)

    /// Rewrites Cairo's absolute path data.
    static func shortened(_ data: some StringProtocol) -> String {
        var path = SVGPathData()
        var numbers: [Int] = []
        var command: UInt8 = 0
        var pendingMove: (Int, Int)?
        func emitMove() {
            guard let (x, y) = pendingMove else { return }
            path.move(x, y)
            pendingMove = nil
        }
        for token in data.utf8.split(whereSeparator: { $0 == 32 || $0 == 10 || $0 == 44 }) {
            guard let first = token.first else { continue }
            if first >= 65 && first != UInt8(ascii: "e") {
                command = first
                numbers = []
                if command == UInt8(ascii: "Z") {
                    emitMove()
                    path.close()
                }
                continue
            }
            numbers.append(hundredths(token))
            switch (command, numbers.count) {
            case (UInt8(ascii: "M"), 2):
                // Cairo ends closed paths with a move that draws nothing.
                pendingMove = (numbers[0], numbers[1])
                numbers = []
            case (UInt8(ascii: "L"), 2):
                emitMove()
                path.line(numbers[0], numbers[1])
                numbers = []
            case (UInt8(ascii: "C"), 6):
                emitMove()
                path.curve(numbers)
                numbers = []
            default: break
            }
        }
        return String(decoding: path.text, as: UTF8.self)
    }

    /// A number such as -12.3456 in hundredths, rounded.
    private static func hundredths(_ digits: some Sequence<UInt8>) -> Int {
        var isNegative = false
        var value = 0
        var decimals = -1
        for byte in digits {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): decimals = 0
            case 48...57 where decimals < 3:
                value = value * 10 + Int(byte - 48)
                if decimals >= 0 { decimals += 1 }
            default: break
            }
        }
        while decimals < 3 {
            value *= 10
            decimals = max(decimals, 0) + 1
        }
        let rounded = (value + 5) / 10
        return isNegative ? -rounded : rounded
    }

    private mutating func begin(_ letter: Character) {
        let byte = letter.asciiValue ?? 0
        if byte != command || letter == "m" || letter == "M" {
            text.append(byte)
            command = byte
        }
    }

    private mutating func number(_ value: Int) {
        if let last = text.last, last >= 48 && last <= 57 || last == UInt8(ascii: "."), value >= 0 { text.append(32) }
        if value < 0 { text.append(UInt8(ascii: "-")) }
        let size = value.magnitude
        let (whole, part) = (size / 100, size % 100)
        if whole > 0 || part == 0 { text += String(whole).utf8 }
        if part > 0 {
            text.append(UInt8(ascii: "."))
            text.append(UInt8(48 + part / 10))
            if part % 10 > 0 { text.append(UInt8(48 + part % 10)) }
        }
    }

    private mutating func move(_ x: Int, _ y: Int) {
        begin("M")
        number(x)
        number(y)
        pen = (x, y)
        start = pen
    }

    private mutating func line(_ x: Int, _ y: Int) {
        let (dx, dy) = (x - pen.x, y - pen.y)
        if dx == 0 && dy == 0 { return }
        if dy == 0 {
            begin("h")
            number(dx)
        } else if dx == 0 {
            begin("v")
            number(dy)
        } else {
            begin("l")
            number(dx)
            number(dy)
        }
        pen = (x, y)
    }

    private mutating func curve(_ points: [Int]) {
        begin("c")
        for index in stride(from: 0, to: 6, by: 2) {
            number(points[index] - pen.x)
            number(points[index + 1] - pen.y)
        }
        pen = (points[4], points[5])
    }

    private mutating func close() {
        begin("z")
        pen = start
    }
}
