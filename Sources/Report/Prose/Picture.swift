/// A picture from a file where a template shows it.
struct Picture: Hashable, Sendable {
    /// The file, from the folder of templates.
    let path: String
    let id: String?
    /// "Figure 7.2.1"; empty without a label.
    let number: String
    let alt: String
    /// The share of the text's width; nil for its own size.
    let width: Double?
    /// Its own size in points.
    let size: Size

    struct Size: Hashable, Sendable {
        let width: Double
        let height: Double
    }

    private var name: String { path.replacing("/", with: "-").replacing(" ", with: "-") }
    /// Its place beside the pages, which show an SVG in the place of a PDF.
    var file: String { "pictures/\(name)" + (PictureFiles.kind(of: path) == .pdf ? ".svg" : "") }
    /// Its place beside `regbook.tex`, which takes a PDF in the place of an SVG.
    var paperFile: String {
        let kind = PictureFiles.kind(of: path) == .png ? "png" : "pdf"
        return "pictures/\(LaTeXWriter.name(name).replacing(".", with: "-")).\(kind)"
    }
}
