/// A curve in words, from its numbers: where it starts and ends and its inner minimum or maximum.
struct CurveSummary {
    let name: String?
    let xs: [Double]
    let ys: [Double]
    let x: Axis
    var isTime = false
    var yIsTime = false

    /// A number or a moment in words.
    static func text(_ value: Double, isTime: Bool) -> String {
        isTime ? TimeTicks.text(value) : NumberFormat.plain(value)
    }

    var text: String {
        let subject = name.map { "line “\(PlainText.of($0))”" } ?? "a line"
        guard let (first, low, high, last) = ends else { return subject + " without data" }
        func at(_ value: Double) -> String {
            (x.label.isEmpty ? "" : PlainText.of(x.label) + " ") + Self.text(value, isTime: isTime)
        }
        func height(_ value: Double) -> String { Self.text(value, isTime: yIsTime) }
        var text = "\(subject) from \(height(first.1)) at \(at(first.0)) to \(height(last.1)) at \(at(last.0))"
        let range = high.1 - low.1
        if low.1 < min(first.1, last.1) - 0.02 * range {
            text += ", minimum \(height(low.1)) at \(at(low.0))"
        }
        if high.1 > max(first.1, last.1) + 0.02 * range {
            text += ", maximum \(height(high.1)) at \(at(high.0))"
        }
        return text
    }

    /// The first, the lowest, the highest and the last point that has a place; nil without one.
    private var ends: (first: (Double, Double), low: (Double, Double), high: (Double, Double), last: (Double, Double))?
    {
        let count = min(xs.count, ys.count)
        func hasPlace(_ index: Int) -> Bool { xs[index].isFinite && ys[index].isFinite }
        guard let first = (0..<count).first(where: hasPlace), let last = (0..<count).last(where: hasPlace) else {
            return nil
        }
        var (low, high) = (first, first)
        for index in first...last where ys[index] < ys[low] || ys[index] > ys[high] {
            guard hasPlace(index) else { continue }
            if ys[index] < ys[low] { low = index } else { high = index }
        }
        func point(_ index: Int) -> (Double, Double) { (xs[index], ys[index]) }
        return (point(first), point(low), point(high), point(last))
    }
}
