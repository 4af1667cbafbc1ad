import Foundation
import Notebook

extension Site {
    /// The same book for reading devices.
    func ebook() throws(ReportError) -> Ebook {
        let style = try SourceText(
            contentsOf: report.templates.appending(path: "layouts/epub.css"), named: "templates/layouts/epub.css")
        let formulas = formulas.mapValues(XML.math)
        var chapters = [chapter("index", report.book.title, page: manuscript.front, formulas)]
        for page in manuscript.pages {
            guard let section = page.record?.section else { continue }
            chapters.append(chapter(page.slug, "\(section.number) \(section.info.title)", page: page, formulas))
        }
        let evidence = evidenceBody(formulas, medium: .ebook)
        let errata = errataBody(formulas, medium: .ebook)
        chapters.append(
            .init(slug: "evidence", title: "Evidence", outline: [], body: Self.titled("Evidence", evidence.html)))
        chapters.append(
            .init(
                slug: "errata", title: "Errata of the draft", outline: [],
                body: Self.titled("Errata of the draft", errata)))
        return Ebook(
            title: report.book.title, style: style.text(0..<style.bytes.count), chapters: chapters, pictures: pictures)
    }

    private func chapter(
        _ slug: String, _ title: String, page: ResolvedPage, _ formulas: [Formula: String]
    ) -> Ebook.Chapter {
        let (body, outline) = SectionPage(page: page, formulas: formulas, figures: views, medium: .ebook).render()
        return Ebook.Chapter(slug: slug, title: title, outline: outline, body: Self.titled(title, body))
    }

    private static func titled(_ title: String, _ body: String) -> String {
        "<h1>\(HTML.escape(title))</h1>\n\(body)"
    }

    /// The frames of figures that the book shows.
    private var pictures: [ProductFile] {
        var paths: Set<String> = []
        var files: [ProductFile] = []
        for page in [manuscript.front] + manuscript.pages {
            for case .leaf(.figure(let entry, _)) in page.blocks {
                for frame in entry.multiples {
                    guard let view = views[entry.stem(frame: frame)], let path = view.path(of: "SVG"),
                        paths.insert(path).inserted
                    else { continue }
                    // SVG 1.1 knows the property, but not the attribute.
                    let svg = view.svg.replacing(
                        "image-rendering=\"pixelated\"", with: "style=\"image-rendering:pixelated\"")
                    files.append(ProductFile(path, svg))
                }
            }
        }
        return files
    }
}
