/// What commands of a drawing belong together: a page's script finds it in SVG files; nothing is drawn of it.
public enum DrawingGroup: Hashable, Sendable {
    /// A panel: where its plot area lies and what its axes mean.
    case panel(plot: Rect, x: GroupAxis, y: GroupAxis)
    /// A mark by its kind, such as "line", and its name, empty where it has none.
    case mark(kind: String, name: String)
    /// The words that name a mark.
    case name(String)

    /// An axis as far as it takes to turn places back into numbers.
    public struct GroupAxis: Hashable, Sendable {
        /// What the axis measures, in plain words.
        public var label: String
        public var scale: AxisScale
        /// The number at the left or lower end and that at the other.
        public var start, end: Double
    }
}

extension DrawingGroup.GroupAxis {
    init(_ axis: ResolvedAxis) {
        let (start, end) = axis.axis.isReversed ? (axis.upper, axis.lower) : (axis.lower, axis.upper)
        self.init(label: PlainText.of(axis.axis.label), scale: axis.scale, start: start, end: end)
    }

    /// The scale in a word, then the ends: `log 0.01 1`.
    var text: String {
        let name =
            switch scale {
            case .linear: "linear"
            case .log: "log"
            case .symmetricLog(let linear): "symlog:\(linear)"
            case .time: "time"
            case .categorical: "names"
            }
        return "\(name) \(start) \(end)"
    }

    /// The names of categories, one a line; nil where the axis has numbers.
    var names: String? {
        if case .categorical(let names) = scale { return names.map { PlainText.of($0) }.joined(separator: "\n") }
        return nil
    }
}
