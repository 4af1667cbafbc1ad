import Foundation
import Notebook

extension Site {
    /// The same book for reading devices.
    func ebook() throws -> Ebook {
        let style = try SourceText(
            contentsOf: report.templates.appending(path: "layouts/epub.css"), named: "templates/layouts/epub.css")
        let views = try self.views()
        let pages = try Parallel.map([manuscript.front] + manuscript.pages) { manuscript.resolved($0, ledger) }
        var chapters = try pages.map { page in
            let section = page.record?.section
            let title = section.map { "\($0.number) \($0.info.title)" } ?? report.book.title
            let (body, outline) = SectionPage(
                page: page, formulas: try self.formulas(of: page).mapValues(XML.math), figures: views, medium: .ebook
            ).render()
            return Ebook.Chapter(slug: page.slug, title: title, outline: outline, body: Self.titled(title, body))
        }
        let formulas = try self.formulas(of: manuscript.claims).mapValues(XML.math)
        let evidence = evidenceBody(formulas, medium: .ebook)
        let errata = errataBody(formulas, medium: .ebook)
        chapters.append(
            .init(slug: "evidence", title: "Evidence", outline: [], body: Self.titled("Evidence", evidence.html)))
        chapters.append(
            .init(
                slug: "errata", title: "Errata of the draft", outline: [],
                body: Self.titled("Errata of the draft", errata)))
        return Ebook(
            title: report.book.title, style: style.text(0..<style.bytes.count), chapters: chapters,
            pictures: Self.pictures(on: pages, views) + (try pictureFiles(on: pages)))
    }

    private static func titled(_ title: String, _ body: String) -> String {
        "<h1>\(HTML.escape(title))</h1>\n\(body)"
    }

    /// The frames of figures that the book shows.
    private static func pictures(on pages: [ResolvedPage], _ views: [String: FigureView]) -> [ProductFile] {
        var paths: Set<String> = []
        var files: [ProductFile] = []
        for page in pages {
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

    private func pictureFiles(on pages: [ResolvedPage]) throws -> [ProductFile] {
        var files: [String: ProductFile] = [:]
        for picture in pages.flatMap(\.pictures) where files[picture.file] == nil {
            files[picture.file] = ProductFile(picture.file, try manuscript.pictures.forPages(picture))
        }
        return files.values.sorted { $0.path < $1.path }
    }
}
