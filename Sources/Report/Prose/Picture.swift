/// A picture from a file where a template shows it.
public struct Picture: Hashable, Sendable {
    /// The file, from the folder of templates.
    public let path: String
    public let id: String?
    /// "Figure 7.2.1"; empty without a label.
    public let number: String
    public let alt: String
    /// The share of the text's width; nil for its own size.
    public let width: Double?
    /// Its own size in points.
    public let size: Size

    public struct Size: Hashable, Sendable {
        public let width: Double
        public let height: Double
    }

    private var name: String { path.replacing("/", with: "-").replacing(" ", with: "-") }
    /// Its place beside the pages, which show an SVG in the place of a PDF.
    var file: String { "pictures/\(name)" + (PictureFiles.kind(of: path) == .pdf ? ".svg" : "") }
    /// Its place beside `book.tex`, which takes a PDF in the place of an SVG.
    var paperFile: String {
        let kind = PictureFiles.kind(of: path) == .png ? "png" : "pdf"
        return "pictures/\(LaTeXWriter.name(name).replacing(".", with: "-")).\(kind)"
    }
}
