/// Small pictures in rows, each with a label below if given.
public struct ImageGrid: FigureContent {
    let images: [PixelImage]
    let labels: [String]
    let columns: Int
    var title: String
    let spacing: Double

    /// - Parameters:
    ///   - images: the pictures, row by row.
    ///   - columns: how many stand in a row.
    ///   - labels: one for each picture, or none; TeX between dollar signs.
    ///   - title: above the pictures; TeX between dollar signs.
    ///   - spacing: between pictures, in points.
    /// - Precondition: there is at least one column.
    public init(_ images: [PixelImage], columns: Int, labels: [String] = [], title: String = "", spacing: Double = 4) {
        precondition(columns > 0, "a grid needs a column")
        self.images = images
        self.labels = labels
        self.columns = columns
        self.title = title
        self.spacing = spacing
    }

    public var node: FigureNode { FigureNode(kind: .images(self)) }
}
