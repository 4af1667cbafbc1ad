import Foundation

/// Runs pandoc, whose citation processor knows CSL.
struct Pandoc: Sendable {
    let program: URL

    /// Looks for the program; nil when this machine has none.
    init?() {
        guard let program = InstalledProgram.named("pandoc") else { return nil }
        self.program = program
    }

    /// Seconds after which it is taken to hang.
    private static let timeLimit = 120.0

    /// Why pandoc gave no answer.
    struct Failure: Error {
        let reason: String
    }

    /// The citations of `paragraphs` and the list of their sources, as a document of pandoc's.
    ///
    /// - Parameters:
    ///   - paragraphs: one citation each, in pandoc's form.
    ///   - sources: the files that hold them, by their names.
    ///   - language: what names the parts of a source; nil for the style's own.
    func cited(
        _ paragraphs: [Any], by style: Data, sources: [(name: String, data: Data)], language: String?
    ) throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appending(path: "regbook-pandoc-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { _ = Result { try FileManager.default.removeItem(at: folder) } }
        // What version of its own form it reads is what it writes.
        let empty = try JSONSerialization.jsonObject(with: run(["--to", "json"], in: folder)) as? [String: Any]
        guard var document = empty, document["pandoc-api-version"] != nil else {
            throw Failure(reason: "it does not write its own form")
        }
        document["blocks"] = paragraphs
        document["meta"] = [:] as [String: Any]
        try JSONSerialization.data(withJSONObject: document).write(to: folder.appending(path: "text.json"))
        try style.write(to: folder.appending(path: "style.csl"))
        for source in sources { try source.data.write(to: folder.appending(path: source.name)) }
        return try run(
            ["--from", "json", "--to", "json", "--citeproc", "--csl", "style.csl", "--metadata", "link-citations=true"]
                + (language.map { ["--metadata", "lang=\($0)"] } ?? [])
                + sources.flatMap { ["--bibliography", $0.name] } + ["text.json"],
            in: folder)
    }

    private func run(_ arguments: [String], in folder: URL) throws -> Data {
        let environment = [
            "PATH": "/usr/bin:/bin", "HOME": folder.path, "XDG_DATA_HOME": folder.path, "LC_ALL": "C.UTF-8",
        ]
        let outcome: ChildProcess.Outcome
        do {
            outcome = try ChildProcess(program, arguments, environment: environment, in: folder)
                .run(limit: Self.timeLimit)
        } catch {
            throw Failure(reason: error.description)
        }
        let complaints = String(decoding: outcome.complaints, as: UTF8.self).split(separator: "\n")
            .joined(separator: " ").trimming
        guard outcome.ending == .exited(0) else {
            throw Failure(reason: complaints.isEmpty ? "it ended with \(outcome.ending)" : complaints)
        }
        // A warning is about what it left out.
        guard complaints.isEmpty else { throw Failure(reason: complaints) }
        return outcome.output
    }
}
