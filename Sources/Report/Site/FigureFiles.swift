import Foundation
import Hashing
import Notebook

/// Draws the figures of sections, each once: what was drawn before comes from the cache.
struct FigureFiles: Sendable {
    let drawer: FigureDrawer
    let cache: any ProductCache
    /// Digest of the code that draws.
    let code: String

    /// The most bytes of pictures that stand in one page; those beyond are loaded as files.
    static let inlineLimit = 150_000

    /// What was made of the figures of a section.
    struct Drawn: Sendable {
        var files: [ProductFile] = []
        /// What pages show, by stem.
        var views: [String: FigureView] = [:]
        /// The files that LaTeX takes.
        var pdfs: [ProductFile] = []
    }

    /// The files of every figure of `record`, and what pages show of them, by stem.
    ///
    /// - Parameter kept: the figures to draw, when the record is a kept one.
    func files(of record: SectionRecord, kept names: [String]? = nil) throws -> Drawn {
        var made = Drawn()
        let slug = record.section.info.slug
        let provenance = Provenance(record)
        for figure in record.page.figures where names?.contains(figure.name) ?? true {
            let entry = FigureEntry(figure: figure, slug: slug, number: "", kept: names.map { _ in record.profile })
            for (index, frame) in figure.frames.enumerated() {
                let stem = entry.stem(frame: index)
                var key = Digest.Hasher()
                for field in ["figure 2", code, record.presentationDigest, provenance.line, stem] {
                    key.update(field: field)
                }
                let stored = try cache.product(key.finalize().hex) {
                    try PropertyListEncoder.binary.encode(drawer.draw(frame.figure, stem, provenance.line))
                }
                let drawn = try PropertyListDecoder().decode(FigureDrawer.Files.self, from: stored)
                let files = [
                    ("SVG", ProductFile("figures/\(stem).svg", provenance.added(toSVG: drawn.svg))),
                    ("PDF", ProductFile("figures/\(stem).pdf", drawn.pdf)),
                    ("PNG", ProductFile("figures/\(stem).png", drawn.png)),
                    ("CSV", ProductFile("figures/\(stem).csv", provenance.added(toCSV: drawn.csv))),
                ]
                made.files += files.map(\.1)
                made.pdfs.append(ProductFile("figures/\(stem).pdf", drawn.pdf))
                made.views[stem] = FigureView(
                    svg: drawn.svg, altText: drawn.altText, csv: drawn.csv,
                    downloads: files.map { FigureView.Download(kind: $0.0, path: $0.1.path) },
                    size: (drawn.width, drawn.height), provenance: provenance)
            }
        }
        return made
    }
}

extension PropertyListEncoder {
    fileprivate static var binary: PropertyListEncoder {
        let encoder = PropertyListEncoder()
        encoder.outputFormat = .binary
        return encoder
    }
}
