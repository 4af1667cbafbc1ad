import Foundation

/// The book of pages in a temporary folder, its experiments done, on which sites and PDFs are timed as whole
/// processes.
struct SiteBench: Sendable {
    private let root: URL
    private let program: URL
    private let pages: Int
    private var page: URL { root.appending(path: "templates/page-7.md") }

    private init(pages: Int) throws {
        self.pages = pages
        let book = BuildBench.repository
        program = book.appending(path: ".build/release/bench-book")
        guard FileManager.default.isExecutableFile(atPath: program.path(percentEncoded: false)) else {
            throw BuildBench.Failed(description: "No '\(program.path)' yet. Build it first with: make bench")
        }
        root = FileManager.default.temporaryDirectory.appending(path: "regbook-site-\(UUID().uuidString)")
        try PageBook.writeBook(pages, into: root)
    }

    /// Runs `body` on a book of so many pages that is removed afterwards.
    static func with<T>(pages: Int = 13, _ body: (SiteBench) async throws -> T) async throws -> T {
        let bench = try SiteBench(pages: pages)
        defer {
            do {
                try FileManager.default.removeItem(at: bench.root)
            } catch {
                print("left behind: \(bench.root.path)")
            }
        }
        return try await body(bench)
    }

    /// Forgets what was drawn, rendered and written, but no results.
    func clear() throws {
        for name in ["output", ".regbook/products", ".regbook/notes"] {
            let url = root.appending(path: name)
            if FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) {
                try FileManager.default.removeItem(at: url)
            }
        }
    }

    /// Changes one sentence of page 7.
    func edit(_ number: Int) throws {
        let text = try String(contentsOf: page, encoding: .utf8)
        let end = text.firstRange(of: ". ")?.lowerBound ?? text.endIndex
        try Data((text[..<end] + " and again \(number)" + text[end...]).utf8).write(to: page)
    }

    /// Builds `format` in a process of its own.
    ///
    /// - Returns: the most memory that it held, in megabytes.
    @discardableResult
    func build(_ format: String) throws -> Double {
        try ChildProcess.run(
            program, ["build", "--quiet", "--format", format, "--root", root.path(percentEncoded: false)],
            adding: ["BENCH_PAGES=\(pages)"])
    }

    /// What pdfLaTeX alone takes for the PDF of the last build: as many passes as its page numbers need.
    func passes() throws {
        let env = URL(filePath: "/usr/bin/env")
        let folder = root.appending(path: "passes")
        try FileManager.default.copyItem(at: root.appending(path: "output/latex"), to: folder)
        func numbers() -> [Data?] {
            ["aux", "toc", "out"].map {
                FileManager.default.contents(atPath: folder.appending(path: "regbook.\($0)").path)
            }
        }
        var before: [Data?] = []
        while numbers() != before {
            before = numbers()
            try ChildProcess.run(
                env,
                [
                    "-C", folder.path(percentEncoded: false), "pdflatex", "-no-shell-escape",
                    "-interaction=batchmode", "regbook.tex",
                ])
        }
        try FileManager.default.removeItem(at: folder)
    }
}
