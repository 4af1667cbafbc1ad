import Foundation
import Notebook

extension Site {
    /// The same book for reading devices.
    func ebook() throws -> Ebook {
        let style = try BuiltInFile.source("epub.css", in: report.templates)
        let views = try self.views()
        let names = report.book.chapterNames
        let pages = try Parallel.map([manuscript.front] + manuscript.pages) { manuscript.resolved($0, ledger) }
        let chapters = try (pages + backMatter()).map { page in
            let renderer = HTMLRenderer(
                formulas: try self.formulas(of: page).mapValues(XML.math), figures: views, medium: .ebook,
                language: report.language)
            let title = [page.section?.number, page.title].compactMap { $0 }.joined(separator: " ")
            return Ebook.Chapter(
                slug: page.slug, part: names[page.slug], title: title, outline: renderer.outline(of: page),
                body: Self.titled(title, renderer.render(page)))
        }
        return Ebook(
            title: report.book.title, authors: report.book.authors, description: report.book.description,
            language: report.language.code,
            style: style.text(0..<style.bytes.count),
            chapters: chapters,
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
                for (entry, frame) in entry.runs.flatMap({ entry in entry.multiples.map { (entry, $0) } }) {
                    guard let view = views[entry.stem(frame: frame)], let path = view.path(of: "SVG"),
                        paths.insert(path).inserted
                    else { continue }
                    files.append(ProductFile(path, view.svg))
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
