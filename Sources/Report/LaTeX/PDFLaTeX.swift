import Foundation

/// Runs pdfLaTeX, without a shell and with nothing readable outside its folder but the TeX installation.
struct PDFLaTeX {
    let program: URL

    /// What Debian calls all that the book's LaTeX needs.
    static let packages = [
        "texlive-latex-base", "texlive-latex-recommended", "texlive-latex-extra", "texlive-fonts-recommended",
        "lmodern",
    ]

    /// Looks for the program; nil when this machine has none.
    init?() {
        let path = ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"]
        let candidates = path.split(separator: ":").map { "\($0)/pdflatex" }
        guard let found = candidates.first(where: FileManager.default.isExecutableFile) else { return nil }
        program = URL(filePath: found)
    }

    /// The most passes a book is given to settle its page numbers.
    private static let passLimit = 4
    /// Seconds after which a pass is taken to hang.
    private static let timeLimit = 300.0

    /// Sets `regbook.tex` of `folder`, in as many passes as its page numbers need.
    ///
    /// - Returns: the log of the last pass.
    func set(_ folder: URL) throws(ReportError) -> LaTeXLog {
        var before = Self.numbers(in: folder)
        for pass in 1...Self.passLimit {
            try run(in: folder)
            let log = try LaTeXLog(contentsOf: folder.appending(path: "regbook.log"))
            guard log.errors.isEmpty else { return log }
            let after = Self.numbers(in: folder)
            if after == before || pass == Self.passLimit { return log }
            before = after
        }
        throw .latexFailed("no pass was made")
    }

    /// What one pass hands to the next.
    private static func numbers(in folder: URL) -> [Data?] {
        ["aux", "toc", "out"].map { FileManager.default.contents(atPath: folder.appending(path: "regbook.\($0)").path) }
    }

    private func run(in folder: URL) throws(ReportError) {
        let process = Process()
        process.executableURL = program
        process.arguments = ["-no-shell-escape", "-interaction=nonstopmode", "-file-line-error", "regbook.tex"]
        process.currentDirectoryURL = folder
        let inherited = ProcessInfo.processInfo.environment.filter { ["PATH", "HOME", "TMPDIR"].contains($0.key) }
        process.environment = inherited.merging([
            "SOURCE_DATE_EPOCH": "946684800", "FORCE_SOURCE_DATE": "1", "max_print_line": "10000", "LC_ALL": "C",
            "openin_any": "p", "openout_any": "p", "shell_escape": "f",
        ]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw .latexFailed(error.localizedDescription)
        }
        let watch = DispatchWorkItem { process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.timeLimit, execute: watch)
        process.waitUntilExit()
        watch.cancel()
        if process.terminationReason == .uncaughtSignal {
            throw .latexFailed("pdflatex was stopped after \(Int(Self.timeLimit)) seconds")
        }
    }
}
