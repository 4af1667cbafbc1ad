import Foundation
import Hashing
import Notebook
import Plots

/// Draws the figures of sections, each once: what was drawn before comes from the cache.
struct FigureFiles: Sendable {
    let drawer: FigureDrawer
    let cache: any ProductCache
    /// Digest of the code that draws.
    let code: String

    /// The most bytes of pictures that stand in one page; those beyond are loaded as files.
    static let inlineLimit = 150_000

    /// One frame of a figure, to be drawn.
    private struct Frame: Sendable {
        /// The name of its files without ending.
        let stem: String
        let slug: String
        /// The figure's name within its section.
        let name: String
        let shown: PageFigure.Frame
        let provenance: Provenance
        /// Hexadecimal digest of everything it is drawn from.
        let key: String

        func path(_ ending: String) -> String { "figures/\(stem).\(ending)" }
    }

    /// Draws every figure of `record` into the cache.
    func draw(_ record: SectionRecord) throws {
        for frame in frames(of: record) { _ = try drawn(frame) }
    }

    /// The files of the figures of `record`.
    ///
    /// - Parameter names: the figures that are shown, when the record is a kept one.
    func batches(of record: SectionRecord, kept names: [String]? = nil) -> [Batch] {
        frames(of: record, kept: names).map { frame in
            Batch(["svg", "pdf", "png", "csv", "narrow.svg"].map(frame.path), key: frame.key) {
                let files = try drawn(frame)
                return [
                    Data(frame.provenance.added(toSVG: files.svg).utf8), files.pdf, files.png,
                    Data(frame.provenance.added(toCSV: files.csv).utf8),
                    // The same name for every figure, so that what is written does not depend on what was drawn.
                    Data(frame.provenance.added(toSVG: files.narrowSVG ?? files.svg).utf8),
                ]
            }
        }
    }

    /// What pages show of the figures of `record`, by stem.
    ///
    /// - Parameter wanted: the names of those asked for; nil for all.
    func views(
        of record: SectionRecord, kept names: [String]?, wanted: Set<String>?
    ) throws -> [String: FigureView] {
        var views: [String: FigureView] = [:]
        for frame in frames(of: record, kept: names) where wanted?.contains(frame.name) ?? true {
            let files = try drawn(frame)
            views[frame.stem] = FigureView(
                svg: files.svg, narrowSVG: files.narrowSVG, narrowPath: frame.path("narrow.svg"),
                altText: files.altText, csv: files.csv,
                downloads: [("SVG", "svg"), ("PDF", "pdf"), ("PNG", "png"), ("CSV", "csv")].map {
                    FigureView.Download(kind: $0.0, path: frame.path($0.1))
                },
                size: (files.width, files.height), provenance: frame.provenance)
        }
        return views
    }

    /// The files of the figures of `record` that LaTeX takes.
    func pdfs(of record: SectionRecord, kept names: [String]? = nil) throws -> [ProductFile] {
        try frames(of: record, kept: names).map { ProductFile($0.path("pdf"), try drawn($0).pdf) }
    }

    private func frames(of record: SectionRecord, kept names: [String]? = nil) -> [Frame] {
        let slug = record.section.info.slug
        return record.page.figures.filter { names?.contains($0.name) ?? true }.flatMap { figure -> [Frame] in
            guard let study = record.study(ofFigure: figure.name) else { return [] }
            let provenance = Provenance(study)
            let entry = FigureEntry(figure: figure, slug: slug, number: "", kept: names.map { _ in record.profile })
            return figure.frames.enumerated().map { index, frame in
                let stem = entry.stem(frame: index)
                let key = Digest(ofFields: ["figure 4", code, study.presentationDigest, provenance.line, stem])
                return Frame(
                    stem: stem, slug: slug, name: figure.name, shown: frame, provenance: provenance, key: key.hex)
            }
        }
    }

    private func drawn(_ frame: Frame) throws -> FigureDrawer.Files {
        let stored = try cache.product(frame.key) {
            let files: FigureDrawer.Files
            do {
                files = try drawer.draw(frame.shown.figure, frame.stem, frame.provenance.line)
            } catch {
                throw ReportError.figureFailed("\(frame.slug)/\(frame.name)", reason: String(describing: error))
            }
            return try files.stored
        }
        return try FigureDrawer.Files(stored: stored)
    }
}
