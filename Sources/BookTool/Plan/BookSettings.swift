import Build
import Foundation
import Report
import Yams

/// What a book's settings, `regbook.yml` or the like, say: what a build does when the command line doesn't say otherwise.
struct BookSettings: Sendable, Equatable {
    /// The master seed that the prose was written for.
    let seed: UInt64
    /// The folder that reports are written into, from the root.
    let output: String
    /// Where data sets are fetched from, by their names.
    let addresses: [String: [String]]

    /// The kernel of OpenBLAS that results are computed with; nil for the one that suits the processor.
    let blasKernel: String?

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
    /// - Throws: `ToolError.settings` with what is wrong where.
    init(_ file: URL, dataSets: [String]) throws {
        let known = BookSettings.fields.map(\.name) + dataSets
        let text = try InputFiles.text(of: file) ?? ""
        let node: Node?
        do {
            node = try Yams.compose(yaml: text, .basic)
        } catch {
            throw ToolError.settingsNoYAML(YAMLFault(error))
        }
        guard let fields = BookSettings.mapping(node) else {
            throw ToolError.settingsNoMapping(line: node?.mark?.line ?? 1, known: known)
        }
        // Without Yams's guesses at types, whose patterns alone take milliseconds to make: hence no look-up of its own.
        var mapping: [String: Node] = [:]
        for (key, value) in fields {
            let name = key.scalar?.string ?? ""
            mapping[name] = value
            guard known.contains(name) else {
                throw ToolError.unknownSetting(name, line: key.mark?.line ?? 1, known: known)
            }
        }
        seed = try BookSettings.value(mapping["seed"], "seed", "a whole number of at least 0") { UInt64($0) } ?? 1
        output = try BookSettings.value(mapping["output"], "output", "a folder's name") { $0 } ?? "output"
        blasKernel = try BookSettings.value(mapping["blas-kernel"], "blas-kernel", "a kernel's name") { $0 }
        citationStyle = try BookSettings.value(mapping["csl"], "csl", "the name of a CSL style, as in ieee") { name in
            let line = mapping["csl"]?.mark?.line ?? 1
            return name.isEmpty || name.contains("/")
                ? nil : CitationStyle(name, file: file.lastPathComponent, line: line)
        }
        engine = try EngineSettings(mapping["engine"])
        var addresses: [String: [String]] = [:]
        for name in dataSets { addresses[name] = try mapping[name].map { try BookSettings.list($0, name) } }
        self.addresses = addresses
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
