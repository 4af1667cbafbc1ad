/// One line of a drawing's transcript: its words, and the paths among them as vertices.
struct TranscriptLine {
    struct Path {
        var points: [SIMD2<Double>]
        var isClosed = false
    }

    /// All but the paths; quoted text stays one word.
    private(set) var words: [Substring] = []
    private(set) var paths: [Path] = []

    init(_ line: Substring) {
        let quote = line.firstIndex(of: "\"") ?? line.endIndex
        let parts = line[..<quote].split(separator: " ")
        var place = 0
        while place < parts.count {
            let part = parts[place]
            place += 1
            let ends = part.first == "C" ? Array(parts[place...].prefix(2)) : []
            guard let letter = part.first, "MLCZ".contains(letter), add(letter, [part.dropFirst()] + ends) else {
                words.append(part)
                continue
            }
            place += ends.count
        }
        if quote < line.endIndex { words.append(line[quote...]) }
    }

    /// Adds an element of a path; false when it is none.
    private mutating func add(_ letter: Character, _ texts: [Substring]) -> Bool {
        if letter == "Z" {
            guard texts[0].isEmpty, let first = paths.last?.points.first else { return false }
            paths[paths.count - 1].points.append(first)
            paths[paths.count - 1].isClosed = true
            return true
        }
        let points = texts.compactMap(Self.point)
        guard points.count == (letter == "C" ? 3 : 1) else { return false }
        if letter == "M" {
            paths.append(Path(points: points))
            return true
        }
        guard let start = paths.last?.points.last else { return false }
        paths[paths.count - 1].points += letter == "C" ? Self.curve(start, points) : points
        return true
    }

    private static func point(_ text: Substring) -> SIMD2<Double>? {
        let numbers = text.split(separator: ",").compactMap { Double($0) }
        return numbers.count == 2 ? SIMD2(numbers[0], numbers[1]) : nil
    }

    /// Sixteen chords of a cubic curve.
    private static func curve(_ start: SIMD2<Double>, _ points: [SIMD2<Double>]) -> [SIMD2<Double>] {
        (1...16).map { step in
            let share = Double(step) / 16
            let rest = 1 - share
            let first = rest * rest * rest * start + 3 * rest * rest * share * points[0]
            return first + 3 * rest * share * share * points[1] + share * share * share * points[2]
        }
    }
}
