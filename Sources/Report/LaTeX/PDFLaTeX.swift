import Foundation
import Notebook

/// Runs pdfLaTeX, without a shell and with nothing readable outside its folder but the TeX installation.
struct PDFLaTeX: Sendable {
    /// Which program sets a book: the fast one, or the one that has faces for all alphabets.
    enum Engine: String, Codable {
        case pdfLaTeX = "pdflatex"
        case luaLaTeX = "lualatex"

        /// What Debian calls all that it needs.
        var packages: [String] {
            switch self {
            case .pdfLaTeX: PDFLaTeX.packages
            case .luaLaTeX: PDFLaTeX.packages + ["texlive-luatex", "fonts-cmu", "fonts-droid-fallback"]
            }
        }
    }

    let program: URL
    let engine: Engine
    /// Seconds after which a pass is taken to hang.
    let timeLimit: Double

    /// A pass that did not end.
    struct Hang: Error {
        let seconds: Double
        /// What it had to say until then.
        let log: LaTeXLog
    }

    /// What Debian calls all that the book's LaTeX needs.
    static let packages = [
        "texlive-latex-base", "texlive-latex-recommended", "texlive-latex-extra", "texlive-fonts-recommended",
        "lmodern",
    ]

    /// Looks for the program, and for the rules by which it parts words of `language`.
    ///
    /// - Throws: `ReportError.missingLaTeX` or `.missingHyphenation` when this machine has none.
    init(timeLimit: Double = 120, engine: Engine = .pdfLaTeX, language: Language = .english) throws(ReportError) {
        self.timeLimit = timeLimit
        self.engine = engine
        guard let program = InstalledProgram.named(engine.rawValue) else {
            throw .missingLaTeX(engine.packages)
        }
        self.program = program
        if let (file, package) = language.hyphenation, try list([file]).isEmpty {
            throw .missingHyphenation(language.code, package: package)
        }
    }

    /// The most passes a book is given to settle its page numbers.
    private static let passLimit = 4
    /// Seconds that TeX is given to say where it was.
    private static let grace = 2.0

    /// Sets `book.tex` of `folder`, in as many passes as its page numbers need.
    ///
    /// - Returns: the log of the last pass.
    func set(_ folder: URL, from format: PreambleFormat?) throws -> LaTeXLog {
        var hasFormat = try format?.restore(into: folder) ?? false
        var log: LaTeXLog
        // The first pass settles nothing, so it makes no pages, and leaves time to make the format meanwhile.
        if hasFormat || format == nil {
            log = try pass(in: folder, hasFormat: hasFormat, isDraft: true)
        } else {
            (log, hasFormat) = try Parallel.both {
                try pass(in: folder, hasFormat: false, isDraft: true)
            } and: {
                try format?.make(with: self, in: folder) ?? false
            }
        }
        var before = Self.numbers(in: folder)
        for _ in 2...Self.passLimit where log.errors.isEmpty {
            log = try pass(in: folder, hasFormat: hasFormat)
            let after = Self.numbers(in: folder)
            if after == before { break }
            before = after
        }
        return log
    }

    /// Makes a format of what `file` in `folder` says.
    ///
    /// - Returns: whether TeX found nothing wrong.
    func dump(_ file: String, in folder: URL) throws -> Bool {
        try run(["-ini", "&pdflatex", file], in: folder) == 0
    }

    /// Sets the book once; what a pass finds wrong that starts from a format counts only if one without finds it, too.
    private func pass(in folder: URL, hasFormat: Bool, isDraft: Bool = false) throws -> LaTeXLog {
        if hasFormat {
            let format = "-fmt=\(PreambleFormat.name)"
            if let log = try log(of: (isDraft ? ["-draftmode"] : []) + [format], in: folder), log.errors.isEmpty {
                return log
            }
        }
        guard let log = try log(of: isDraft ? ["-draftmode"] : [], in: folder) else {
            throw ReportError.latexFailed("it left no log")
        }
        return log
    }

    /// What a pass with `options` has to say; nil where it could not start.
    private func log(of options: [String], in folder: URL) throws -> LaTeXLog? {
        let file = Self.log(in: folder)
        // None may be taken for the one of the pass before.
        unlink(file)
        _ = try run(options + ["book.tex"], in: folder)
        return Self.readLog(in: folder)
    }

    private static func log(in folder: URL) -> String { folder.appending(path: "book.log").path }

    private static func readLog(in folder: URL) -> LaTeXLog? {
        FileManager.default.contents(atPath: log(in: folder)).map { LaTeXLog(String(decoding: $0, as: UTF8.self)) }
    }

    /// What one pass hands to the next.
    private static func numbers(in folder: URL) -> [Data?] {
        ["aux", "toc", "out"].map { FileManager.default.contents(atPath: folder.appending(path: "book.\($0)").path) }
    }

    /// Runs TeX; returns what it ended with.
    ///
    /// - Throws: `ReportError.latexFailed`, or `Hang` when it does not end.
    private func run(_ arguments: [String], in folder: URL) throws -> Int32 {
        let words = ["-no-shell-escape", "-interaction=nonstopmode", "-file-line-error"] + arguments
        let ending: ChildProcess.Ending
        do {
            ending = try process(program, words, in: folder).run(limit: timeLimit, grace: Self.grace, isHeard: false)
                .ending
        } catch {
            throw ReportError.latexFailed(error.description)
        }
        switch ending {
        case .exited(let status): return status
        case .killed(let signal):
            throw ReportError.latexFailed("\(program.lastPathComponent) was ended by signal \(signal)")
        case .timeIsUp: throw Hang(seconds: timeLimit, log: Self.readLog(in: folder) ?? LaTeXLog(""))
        }
    }

    /// `program` with `arguments`, with nothing of this process's environment but what TeX needs.
    func process(_ program: URL, _ arguments: [String], in folder: URL? = nil) -> ChildProcess {
        let inherited = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME", "TMPDIR"].contains($0.key) }
        let environment = inherited.merging([
            "SOURCE_DATE_EPOCH": "946684800", "FORCE_SOURCE_DATE": "1", "max_print_line": "10000", "LC_ALL": "C",
            "openin_any": "p", "openout_any": "p", "shell_escape": "f", "OSFONTDIR": "/usr/share/fonts//",
        ]) { $1 }
        return ChildProcess(program, arguments, environment: environment, in: folder)
    }
}
