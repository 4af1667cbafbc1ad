import Build
import Foundation
import Report

/// What a book's settings, `regbook.yml` or the like, say: what a build does when the command line doesn't say otherwise.
struct BookSettings: Sendable, Equatable {
    /// The master seed that the prose was written for.
    let seed: UInt64
    /// The folder that reports are written into, from the root.
    let output: String
    /// Where data sets are fetched from, by their names.
    let addresses: [String: [String]]

    /// The kernel of OpenBLAS that results are computed with; nil for the one that suits the processor.
    let blasKernel: KernelSetting?

    /// The CSL style by which it cites; nil for the book's own way.
    let citationStyle: CitationStyle?

    /// By what a build runs batches, and how.
    let engine: EngineSettings

    /// What the settings may say, for readers and editors.
    static let fields = [
        Field("seed", type: "integer", "The master seed that the prose was written for."),
        Field("output", type: "string", "The folder that reports are written into, from the root."),
        Field("blas-kernel", type: "string", "The kernel of OpenBLAS that results are computed with."),
        Field("csl", type: "string", "The CSL style by which the prose cites."),
        Field("engine", type: "object", "What runs a build's batches of items, and with which limits."),
    ]

    /// A setting: its name, its type in JSON, and what it says.
    struct Field: Sendable {
        let name: String
        let type: String
        let description: String

        init(_ name: String, type: String, _ description: String) {
            self.name = name
            self.type = type
            self.description = description
        }
    }

    /// Reads the settings from `file`.
    ///
    /// - Parameter dataSets: the names of the book's data sets, each a setting of addresses to fetch it from.
    /// - Throws: `SettingsFaults` with everything that is wrong.
    init(_ file: URL, dataSets: [String]) throws {
        let name = file.lastPathComponent
        let text = try InputFiles.text(of: file) ?? ""
        var reader = SettingsReader(text, file: name)
        let fields = try reader.fields(of: text, known: Self.fields.map(\.name) + dataSets)
        seed = reader.value(fields["seed"], "seed", "a whole number of at least 0") { UInt64($0) } ?? 1
        output = reader.value(fields["output"], "output", "a folder's name") { $0 } ?? "output"
        blasKernel = reader.kernel(fields["blas-kernel"], "blas-kernel")
        citationStyle = reader.value(fields["csl"], "csl", "the name of a CSL style, as in ieee") { style in
            let line = fields["csl"]?.mark?.line ?? 1
            return style.isEmpty || style.contains("/") ? nil : CitationStyle(style, file: name, line: line)
        }
        engine = EngineSettings(fields["engine"], from: &reader)
        addresses = dataSets.reduce(into: [:]) { $0[$1] = reader.list(fields[$1], $1, "a list of addresses") }
        _ = try reader.ended(())
    }
}
