import Foundation
import Notebook
import Plots
import Report
import Testing

/// A small book in a folder of its own, whose templates a test may change before it is written.
struct FixtureBook {
    let folder: URL
    var templates: URL { folder.appending(path: "templates") }
    var output: URL { folder.appending(path: "output") }
    var isAsWritten = true
    /// The name of the data set that the records bear.
    var dataName = "drawn digits"

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: templates.appending(path: "layouts"), withIntermediateDirectories: true)
        try write(Self.index, to: "index.md")
        try write(Self.penalties, to: "penalties.md")
        try write(Self.stopping, to: "stopping.md")
        try write(Self.references, to: "references.yml")
        let sources = folder.appending(path: "Sources/Learning")
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        try Data(Self.snippet.utf8).write(to: sources.appending(path: "Stopping.swift"))
    }

    /// Leaves the output where `REPORT_KEEP` says, for someone to look at, and removes the rest.
    func keepOrRemove() throws {
        if let keep = ProcessInfo.processInfo.environment["REPORT_KEEP"] {
            if FileManager.default.fileExists(atPath: keep) { try FileManager.default.removeItem(atPath: keep) }
            try FileManager.default.copyItem(at: output, to: URL(filePath: keep))
        }
        try remove()
    }

    func remove() throws { try FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: templates.appending(path: name))
    }

    static var repository: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }

    static let book = Book(
        "regbook", title: "Regularization <in> practice", authors: ["A. <One>", "B. Two"],
        description: "Weights & <penalties> of 50 %.",
        kind: .review(of: "the draft"),
        chapters: [
            Chapter(
                7, title: "Regularization", numbering: .init(equations: 8, algorithms: 2, figures: 1),
                sections: [(2, PenaltySection.self), (7, StoppingSection.self)])
        ])

    func records() throws -> [SectionRecord] {
        try Self.book.sections.map { section in
            let study = section.studies[0]
            let parameters = try study.parameters(for: .quick)
            let stored: [String: String] = ["penalties": "{\"decay\":0.1}", "stopping": "{\"patience\":5}"]
            let results = Data((stored[section.info.slug] ?? "").utf8)
            let record = StudyRecord(
                study: study, page: try study.show(results, parameters), profile: .quick, seed: 1,
                dataName: study.readsImages ? dataName : nil, parameters: parameters,
                inputDigest: "digest of \(section.info.slug)", isAsWritten: isAsWritten, seconds: 1.25,
                rerunCommand: "regbook build --only \(section.info.slug)")
            return try SectionRecord(
                section: section, profile: .quick, seed: 1, studies: [record], rerunCommand: record.rerunCommand)
        }
    }

    func report(
        cache: any ProductCache = NoCache(), formats: Set<Format> = [.html], isDrawn: Bool = false,
        paper: Paper = .a4, drawer: FigureDrawer? = nil, only slugs: Set<String>? = nil,
        renderers: [any Renderer] = [], ledger: ClaimLedger = ClaimLedger()
    ) throws -> Report {
        Report(
            book: Self.book, records: try records().filter { slugs?.contains($0.section.info.slug) ?? true },
            ledger: ledger, templates: templates, sources: folder.appending(path: "Sources"),
            cache: cache, code: "\(isDrawn)", formats: formats, paper: paper,
            drawer: drawer ?? (isDrawn ? .plots : Self.drawer), renderers: renderers)
    }

    /// Everything that building the book complains of, as a reader sees it.
    func complaints(_ formats: Set<Format> = [.html]) throws -> String {
        do {
            _ = try report(cache: Self.cache, formats: formats, isDrawn: true).write(to: output)
            return ""
        } catch let error as ReportError {
            return "\(error)"
        }
    }

    /// Formulas are rendered once for all tests.
    static let cache = MemoryCache()

    /// What the fixture's pages say after a build.
    func page(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: output.appending(path: name)), as: UTF8.self)
    }

    /// A picture of a line; enough for a page.
    static let drawer = drawer(bytes: 0)

    /// A picture of a line with a comment that makes it this large at least.
    static func drawer(bytes: Int) -> FigureDrawer {
        FigureDrawer { _, id, _ in files(id: id, bytes: bytes) }
    }

    private static func files(id: String, bytes: Int) -> FigureDrawer.Files {
        let comment = bytes == 0 ? "" : "<!--\(String(repeating: ".", count: bytes))-->"
        let svg = """
            <svg xmlns="http://www.w3.org/2000/svg" width="420" height="190" viewBox="0 0 420 190"><path id="\(id)-a" \
            d="M10 180L400 10" fill="none" stroke="#0072b2"/>\(comment)</svg>
            """
        return FigureDrawer.Files(
            svg: svg, pdf: Data("%PDF-1.5\n".utf8), png: Data(), csv: "x,y\n10,180\n400,10\n",
            altText: "A \"rising\" line <up>", width: 420, height: 190)
    }
}
