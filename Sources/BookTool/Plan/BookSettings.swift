import Build
import Foundation
import Report
import Yams

/// What `regbook.yml` says: what a build does when the command line doesn't say otherwise.
struct BookSettings: Sendable, Equatable {
    /// The master seed that the prose was written for.
    let seed: UInt64
    /// The folder that reports are written into, from the root.
    let output: String
    /// Where data sets are fetched from, by their names.
    let addresses: [String: [String]]

    /// The kernel of OpenBLAS that results are computed with; nil for the one that suits the processor.
    let blasKernel: String?

    /// What the prose is written in.
    let language: Language

    /// The CSL style by which it cites; nil for the book's own way.
    let citationStyle: CitationStyle?

    private static let known = ["seed", "output", "blas-kernel", "language", "csl", "mnist"]

    /// Reads the settings from `file`.
    ///
    /// - Throws: `ToolError.settings` with what is wrong where.
    init(_ file: URL) throws {
        let text = try InputFiles.text(of: file) ?? ""
        let node: Node?
        do {
            node = try Yams.compose(yaml: text, .basic)
        } catch {
            throw ToolError.settingsNoYAML(YAMLFault(error))
        }
        guard let fields = BookSettings.mapping(node) else {
            throw ToolError.settingsNoMapping(line: node?.mark?.line ?? 1, known: BookSettings.known)
        }
        // Without Yams's guesses at types, whose patterns alone take milliseconds to make: hence no look-up of its own.
        var mapping: [String: Node] = [:]
        for (key, value) in fields {
            let name = key.scalar?.string ?? ""
            mapping[name] = value
            guard BookSettings.known.contains(name) else {
                throw ToolError.unknownSetting(name, line: key.mark?.line ?? 1, known: BookSettings.known)
            }
        }
        seed = try BookSettings.value(mapping["seed"], "seed", "a whole number of at least 0") { UInt64($0) } ?? 1
        output = try BookSettings.value(mapping["output"], "output", "a folder's name") { $0 } ?? "output"
        blasKernel = try BookSettings.value(mapping["blas-kernel"], "blas-kernel", "a kernel's name") { $0 }
        let languages = "one of \(Language.all.map(\.code).joined(separator: ", "))"
        language = try BookSettings.value(mapping["language"], "language", languages) { Language($0) } ?? .english
        citationStyle = try BookSettings.value(mapping["csl"], "csl", "the name of a CSL style, as in ieee") { name in
            let line = mapping["csl"]?.mark?.line ?? 1
            return name.isEmpty || name.contains("/") ? nil : CitationStyle(name, file: "regbook.yml", line: line)
        }
        addresses = try mapping["mnist"].map { ["mnist": try BookSettings.list($0, "mnist")] } ?? [:]
    }

    /// What `node` maps from what; nothing for an empty file, nil for anything else.
    private static func mapping(_ node: Node?) -> Node.Mapping? {
        guard let node else { return [:] }
        if let text = node.scalar?.string, text.isEmpty { return [:] }
        return node.mapping
    }

    /// The addresses that the list `node` holds.
    private static func list(_ node: Node, _ name: String) throws -> [String] {
        let texts = node.sequence?.map(\.scalar?.string) ?? []
        let addresses = texts.compactMap { $0 }
        guard !addresses.isEmpty, addresses.count == texts.count else {
            throw ToolError.wrongSetting(name, line: node.mark?.line ?? 1, wanted: "a list of addresses")
        }
        return addresses
    }

    private static func value<T>(
        _ node: Node?, _ name: String, _ wanted: String, _ convert: (String) -> T?
    ) throws -> T? {
        guard let node else { return nil }
        guard let text = node.scalar?.string, let value = convert(text) else {
            throw ToolError.wrongSetting(name, line: node.mark?.line ?? 1, wanted: wanted)
        }
        return value
    }
}
