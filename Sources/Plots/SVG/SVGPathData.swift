/// The d attribute of a path, written short: relative steps in hundredths of a point.
struct SVGPathData {
    private var text: [UInt8] = []
    private var command: UInt8 = 0
    /// The pen's place and the start of the subpath, in hundredths; rounding doesn't add up along a path.
    private var pen = (x: 0, y: 0)
    private var start = (x: 0, y: 0)

    /// Rewrites Cairo's absolute path data.
    static func shortened(_ data: ArraySlice<UInt8>) -> String {
        var path = SVGPathData()
        path.text.reserveCapacity(data.count / 2)
        data.withUnsafeBufferPointer { path.append($0) }
        return String(decoding: path.text, as: UTF8.self)
    }

    /// The data of a path in whole units.
    static func rounded(_ path: Path) -> String {
        func hundredths(_ point: XY) -> (x: Int, y: Int) {
            (Int(point.x.rounded()) * 100, Int(point.y.rounded()) * 100)
        }
        var data = SVGPathData()
        for element in path.elements {
            switch element {
            case .move(let point):
                let place = hundredths(point)
                data.move(place.x, place.y)
            case .line(let point):
                let place = hundredths(point)
                data.line(place.x, place.y)
            case .curve(let first, let second, let end):
                let (first, second, end) = (hundredths(first), hundredths(second), hundredths(end))
                data.curve((first.x, first.y, second.x, second.y, end.x, end.y))
            case .close: data.close()
            }
        }
        return String(decoding: data.text, as: UTF8.self)
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        var numbers = (0, 0, 0, 0, 0, 0)
        var count = 0
        var command: UInt8 = 0
        var pendingMove: (Int, Int)?
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte >= UInt8(ascii: "A") {
                place += 1
                command = byte
                count = 0
                if command == UInt8(ascii: "Z") {
                    take(&pendingMove)
                    close()
                }
                continue
            }
            guard byte >= UInt8(ascii: "-") else {
                place += 1
                continue
            }
            let number = SVGNumber(bytes, at: &place).hundredths
            numbers = (numbers.1, numbers.2, numbers.3, numbers.4, numbers.5, number)
            count += 1
            switch (command, count) {
            case (UInt8(ascii: "M"), 2):
                // Cairo ends closed paths with a move that draws nothing.
                pendingMove = (numbers.4, numbers.5)
                count = 0
            case (UInt8(ascii: "L"), 2):
                take(&pendingMove)
                line(numbers.4, numbers.5)
                count = 0
            case (UInt8(ascii: "C"), 6):
                take(&pendingMove)
                curve(numbers)
                count = 0
            default: break
            }
        }
    }

    private mutating func take(_ pendingMove: inout (Int, Int)?) {
        guard let (x, y) = pendingMove else { return }
        move(x, y)
        pendingMove = nil
    }

    private mutating func begin(_ letter: Unicode.Scalar) {
        let byte = UInt8(ascii: letter)
        if byte != command || letter == "m" || letter == "M" {
            text.append(byte)
            command = byte
        }
    }

    private mutating func number(_ value: Int) {
        if let last = text.last, last >= 48 && last <= 57 || last == UInt8(ascii: "."), value >= 0 { text.append(32) }
        SVGNumber(hundredths: value).write(to: &text)
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
        // After a move it is a dot.
        if dx == 0 && dy == 0 && command != UInt8(ascii: "M") { return }
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

    private mutating func curve(_ points: (Int, Int, Int, Int, Int, Int)) {
        begin("c")
        for (x, y) in [(points.0, points.1), (points.2, points.3), (points.4, points.5)] {
            number(x - pen.x)
            number(y - pen.y)
        }
        pen = (points.4, points.5)
    }

    private mutating func close() {
        begin("z")
        pen = start
    }
}
