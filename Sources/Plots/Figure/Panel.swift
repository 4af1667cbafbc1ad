/// A pair of axes with marks.
public struct Panel: FigureContent {
    /// How the axes are drawn.
    public enum Frame: Hashable, Sendable {
        /// Thin lines below and left.
        case axes
        /// Arrows that cross at the origin.
        case origin
        /// A line on every side.
        case box
        /// Nothing but what the marks draw.
        case none
    }

    /// How units along both axes compare.
    public enum Aspect: Hashable, Sendable {
        case free
        /// A unit is as long along x as along y.
        case equal
        /// The plot area's width over its height.
        case ratio(Double)
    }

    /// Where names of marks stand.
    public enum LegendPlace: Hashable, Sendable {
        /// At the ends of lines where there is room, else in a row above the plot area.
        case automatic
        /// In a row above the plot area.
        case top
        case none
    }

    public var title: String
    public var x: Axis
    public var y: Axis
    public var frame: Frame
    public var aspect: Aspect
    public var legend: LegendPlace
    /// Stacked bars stand on those before them, sets of bars that would hide one another side by side.
    public var marks: [any Mark] {
        didSet { marks = Bars.arranged(marks) }
    }
    /// The plot area's width in a row, in points, whatever its neighbours' shares.
    var fixedWidth: Double?
    /// Whether neighbours have the same x or y axis, so that plot areas of columns or rows must be as long.
    var (sharesX, sharesY) = (false, false)

    /// Whether the panel is that of a colour bar.
    var isColourBar: Bool { fixedWidth != nil }

    public init(
        _ title: String = "", x: Axis = Axis(), y: Axis = Axis(), frame: Frame = .axes, aspect: Aspect = .free,
        legend: LegendPlace = .automatic, @MarkBuilder marks: () throws -> [any Mark]
    ) rethrows {
        self.title = title
        self.x = x
        self.y = y
        self.frame = frame
        self.aspect = aspect
        self.legend = legend
        self.marks = Bars.arranged(try marks())
    }

    public var node: FigureNode { FigureNode(kind: .panel(self)) }
}
