/// A thing drawn from data in a panel. To add a kind of mark, conform a value type to this protocol.
public protocol Mark: Sendable {
    var style: MarkStyle { get set }

    /// How far what is drawn reaches, in data units, on axes of these scales; it settles the domains of axes that have none.
    func extent(x: AxisScale, y: AxisScale) -> DataExtent

    /// The kind of mark in a word, such as "line", by which a page's script knows how to read its shapes.
    var kind: String { get }

    /// Where the mark's label stands.
    var labelPlace: LabelPlace { get }

    /// What stands for the mark in a legend.
    var legendKey: LegendKey { get }

    /// Throws what is wrong with the data.
    func check() throws

    /// Draws the mark.
    func draw(on canvas: inout MarkCanvas) throws

    /// The mark's numbers, for the CSV file.
    var numbers: NumberTable { get }

    /// What the mark shows, in words: "a line that falls from 0.9 to 0.1".
    func summary(x: Axis, y: Axis) -> String
}

/// Where a mark's label stands.
public enum LabelPlace: Hashable, Sendable {
    /// At the right end of a line, or in the legend when there is no room.
    case lineEnd
    /// Wherever the mark itself puts it.
    case mark
    /// In the legend only.
    case legend
}

/// What stands for a mark in a legend.
public enum LegendKey: Hashable, Sendable {
    case line(StrokeStyle)
    case area(Paint)
    case marker(Marker, Paint)
    /// A line with a marker on it.
    case markedLine(StrokeStyle, Marker, Paint)

    /// Whether two keys are pictures of the same kind, so that both can't stand for one name.
    func isLike(_ other: LegendKey) -> Bool {
        switch (self, other) {
        case (.area, .area), (.marker, .marker): true
        case (.line, .line), (.line, .markedLine), (.markedLine, .line), (.markedLine, .markedLine): true
        default: false
        }
    }
}

extension Mark {
    public var kind: String { "mark" }
    public var labelPlace: LabelPlace { .mark }
    public var legendKey: LegendKey { .line(style.stroke()) }
    public func check() throws {}

    private func styled(_ change: (inout MarkStyle) -> Void) -> Self {
        var copy = self
        change(&copy.style)
        return copy
    }

    /// What the mark stands for; decides colour, dash and marker.
    public func role(_ role: Role) -> Self { styled { $0.role = role } }
    /// A colour that is the same in every theme.
    public func colour(_ colour: RGB) -> Self { styled { $0.colour = colour } }
    /// The mark's name beside it; TeX between dollar signs.
    public func label(_ label: String) -> Self { styled { $0.label = label } }
    /// In points.
    public func lineWidth(_ width: Double) -> Self { styled { $0.lineWidth = width } }
    public func dash(_ dash: Dash) -> Self { styled { $0.dash = dash } }
    /// The shape of points; on lines every point gets one.
    public func marker(_ marker: Marker, size: Double? = nil) -> Self {
        styled {
            $0.marker = marker
            if let size { $0.markerSize = size }
        }
    }
    /// Between 0 and 1.
    public func opacity(_ opacity: Double) -> Self { styled { $0.opacity = opacity } }
}
