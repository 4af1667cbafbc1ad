import Foundation
import Hashing
import Notebook

/// The book as an EPUB 3: the same prose as XHTML with MathML, its pictures, and the lists that a reader's device wants.
struct Ebook {
    let title: String
    let authors: [String]
    /// Empty for none.
    let description: String
    /// "en".
    let language: String
    let style: String
    /// In reading order.
    let chapters: [Chapter]
    /// By their path beside the chapters.
    let pictures: [ProductFile]

    /// A page of the book.
    struct Chapter {
        let slug: String
        /// Number and title of the book's chapter that it is in; nil for a page in none, and in a book of one chapter.
        let part: String?
        /// What the contents list shows, as words.
        let title: String
        /// Its parts for the contents list.
        let outline: [Shell.Heading]
        let body: String
    }

    /// The book as an EPUB file.
    var data: Data {
        let files = [ProductFile("style.css", style), contents] + chapters.map(page) + pictures
        var archive = ZipArchive()
        archive.add("mimetype", Data("application/epub+zip".utf8), compressed: false)
        archive.add("META-INF/container.xml", Data(Self.container.utf8))
        archive.add("EPUB/package.opf", Data(package(files).utf8))
        for file in files { archive.add("EPUB/\(file.path)", file.data) }
        return archive.data
    }

    private static let container = """
        <?xml version="1.0" encoding="UTF-8"?>
        <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>\
        <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>

        """

    private func page(_ chapter: Chapter) -> ProductFile {
        ProductFile("\(chapter.slug).xhtml", page(chapter.title, chapter.body))
    }

    private func page(_ title: String, _ body: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="\(language)" xml:lang="\(language)">
        <head><title>\(HTML.escape(title))</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
        <body>
        \(XML.allowed(body))
        </body>
        </html>

        """
    }

    private var contents: ProductFile {
        var out = Markup()
        out.element("nav", ["epub:type": "toc", "id": "toc"]) { out in
            out.element("h1") { $0.text("Contents") }
            out.element("ol") { out in
                for pages in parts { out.entries(pages) }
            }
        }
        return ProductFile("contents.xhtml", page("Contents", out.html))
    }

    /// The pages in reading order, those of one part together.
    private var parts: [[Chapter]] {
        chapters.reduce(into: []) { parts, page in
            if let last = parts.last?.last, last.part == page.part {
                parts[parts.count - 1].append(page)
            } else {
                parts.append([page])
            }
        }
    }

    private func package(_ files: [ProductFile]) -> String {
        var out = Markup()
        out.element(
            "package",
            [
                "xmlns": "http://www.idpf.org/2007/opf", "version": "3.0", "unique-identifier": "id",
                "xml:lang": language,
            ]
        ) { out in
            out.element("metadata", ["xmlns:dc": "http://purl.org/dc/elements/1.1/"]) { out in
                out.element("dc:identifier", ["id": "id"]) { $0.text(identifier(files)) }
                out.element("dc:title") { $0.text(title) }
                for author in authors { out.element("dc:creator") { $0.text(author) } }
                if !description.isEmpty { out.element("dc:description") { $0.text(description) } }
                out.element("dc:language") { $0.text(language) }
                // The same book has the same bytes, so it bears no time of its own.
                out.element("meta", ["property": "dcterms:modified"]) { $0.text("2000-01-01T00:00:00Z") }
                for mode in ["textual", "visual"] {
                    out.element("meta", ["property": "schema:accessMode"]) { $0.text(mode) }
                }
                for feature in ["MathML", "alternativeText", "structuralNavigation", "tableOfContents"] {
                    out.element("meta", ["property": "schema:accessibilityFeature"]) { $0.text(feature) }
                }
                out.element("meta", ["property": "schema:accessibilityHazard"]) { $0.text("none") }
                out.element("meta", ["property": "schema:accessibilitySummary"]) {
                    $0.text("Figures have descriptions, formulas are MathML, and every chapter has headings.")
                }
            }
            out.element("manifest") { out in
                for (index, file) in files.enumerated() {
                    out.empty(
                        "item",
                        [
                            "id": "file-\(index)", "href": Address.encoded(file.path),
                            "media-type": Self.kind(of: file.path),
                            "properties": Self.properties(of: file),
                        ])
                }
            }
            out.element("spine") { out in
                for (index, file) in files.enumerated() where file.path.hasSuffix(".xhtml") {
                    out.empty("itemref", ["idref": "file-\(index)"])
                }
            }
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + XML.allowed(out.html) + "\n"
    }

    /// A name that belongs to these very bytes.
    private func identifier(_ files: [ProductFile]) -> String {
        var hasher = Digest.Hasher()
        hasher.update(field: title)
        for file in files { hasher.update(field: Digest(of: file.data).hex) }
        let hex = Array(hasher.finalize().hex)
        let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(hex[$0]) }
        return "urn:uuid:\(parts.joined(separator: "-"))"
    }

    private static func kind(of path: String) -> String {
        let kinds = [".xhtml": "application/xhtml+xml", ".css": "text/css", ".png": "image/png"]
        return kinds.first { path.lowercased().hasSuffix($0.key) }?.value ?? "image/svg+xml"
    }

    private static func properties(of file: ProductFile) -> String? {
        guard file.path.hasSuffix(".xhtml") else { return nil }
        let properties = [
            file.path == "contents.xhtml" ? "nav" : nil,
            file.data.firstRange(of: Data("<math".utf8)) == nil ? nil : "mathml",
        ].compactMap { $0 }
        return properties.isEmpty ? nil : properties.joined(separator: " ")
    }
}

extension Markup {
    /// The lines of pages, below the name of the part that they belong to.
    fileprivate mutating func entries(_ pages: [Ebook.Chapter]) {
        guard let part = pages.first?.part else {
            for page in pages { entry(page) }
            return
        }
        element("li") { out in
            out.element("span") { $0.text(part) }
            out.element("ol") { out in
                for page in pages { out.entry(page) }
            }
        }
    }

    /// A line of the contents list, with the chapter's parts below it.
    fileprivate mutating func entry(_ chapter: Ebook.Chapter) {
        element("li") { out in
            out.element("a", ["href": "\(chapter.slug).xhtml"]) { $0.text(chapter.title) }
            let parts = chapter.outline.filter { $0.level <= 2 }
            guard !parts.isEmpty else { return }
            out.element("ol") { out in
                for part in parts {
                    out.element("li") { out in
                        out.element("a", ["href": "\(chapter.slug).xhtml#\(Address.encoded(part.id))"]) {
                            $0.raw(part.label)
                        }
                    }
                }
            }
        }
    }
}
