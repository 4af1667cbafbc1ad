/// A figure as a flat list of commands in points, the origin in the upper left corner and y downwards.
///
/// Made by `Figure.drawing(measuring:)`, a pure function; written to files by `svg(id:)`, `pdf()` and `png(scale:)`.
public struct Drawing: Hashable, Sendable {
    public enum Command: Hashable, Sendable {
        case fill(Path, Paint)
        case stroke(Path, StrokeStyle)
        /// What follows, to the matching `popClip`, is cut off at the rectangle.
        case pushClip(Rect)
        case popClip
        case text(TextRun)
        /// Pixels with sharp borders that fill the rectangle.
        case image(PixelImage, Rect)
        /// A paint over a rectangle, in each cell as opaque as the mask says.
        case mask(CoverageMask, Rect, Paint)
        /// What follows, to the matching `close`, belongs together.
        case open(DrawingGroup)
        case close
    }

    public let width: Double
    public let height: Double
    public let commands: [Command]
    /// A short name for screen readers.
    public let title: String
    /// What the figure shows, for those who don't see it.
    public let altText: String

    public init(width: Double, height: Double, commands: [Command], title: String = "", altText: String = "") {
        self.width = width
        self.height = height
        self.commands = commands
        self.title = title
        self.altText = altText
    }
}
