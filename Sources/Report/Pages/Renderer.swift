/// A format of the book: it writes pages whose every name has been answered.
///
/// HTML, the XHTML of an EPUB and LaTeX are renderers, and a book may add its own; `docs/format.md` shows one for plain text.
public protocol Renderer: Sendable {
    /// The folder of its pages in the output: "text".
    var folder: String { get }
    /// The ending of their names: "txt".
    var ending: String { get }
    /// A text that differs whenever the same page would be written differently.
    var version: String { get }

    /// The page as this format writes it.
    ///
    /// - Throws: whatever keeps the page from being written; the build fails with it.
    func render(_ page: ResolvedPage) throws -> String
}
