/// A curve in words, from its numbers: where it starts and ends and its inner minimum or maximum.
struct CurveSummary {
    let name: String?
    let xs: [Double]
    let ys: [Double]
    let x: Axis
    var isTime = false

    var text: String {
        let subject = name.map { "line “\(PlainText.of($0))”" } ?? "a line"
        let points = zip(xs, ys).filter { $0.0.isFinite && $0.1.isFinite }
        guard let first = points.first, let last = points.last else { return subject + " without data" }
        func at(_ value: Double) -> String {
            (x.label.isEmpty ? "" : PlainText.of(x.label) + " ")
                + (isTime ? TimeTicks.text(value) : NumberFormat.plain(value))
        }
        var text =
            "\(subject) from \(NumberFormat.plain(first.1)) at \(at(first.0)) to \(NumberFormat.plain(last.1)) at \(at(last.0))"
        guard var low = points.first, var high = points.first else { return text }
        for point in points {
            if point.1 < low.1 { low = point }
            if point.1 > high.1 { high = point }
        }
        let range = high.1 - low.1
        if low.1 < min(first.1, last.1) - 0.02 * range {
            text += ", minimum \(NumberFormat.plain(low.1)) at \(at(low.0))"
        }
        if high.1 > max(first.1, last.1) + 0.02 * range {
            text += ", maximum \(NumberFormat.plain(high.1)) at \(at(high.0))"
        }
        return text
    }
}
