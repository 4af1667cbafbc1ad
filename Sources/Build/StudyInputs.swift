import Foundation
import Hashing

/// Everything that a study's place in the report depends on, as it was at its last build, so that the next one can
/// say what has changed.
public struct StudyInputs: Codable, Sendable, Equatable {
    public let experiment: String
    public let presentation: String
    public let images: String
    /// What tells the tables that it reads from others, by name; nil in what an earlier version kept.
    public let tables: [String: String]?
    public let seed: UInt64
    /// Canonical JSON.
    public let parameters: String
    /// What the results of the studies that it takes are stored under, by their paths.
    public let inputs: [String: String]
    /// Digest of the section's prose; empty where none is there.
    public private(set) var prose: String
    /// Digest of the layouts and the style sheet.
    public let layout: String
    /// Digest of the references.
    public let references: String
    /// Hexadecimal digest of the code that makes pages.
    public let report: String

    /// The inputs of `job` now.
    public init(of job: StudyJob, digests: SourceDigests, templates: TemplateDigests) throws {
        let sources = try digests.study(job)
        experiment = sources.experiment
        presentation = sources.presentation
        images = job.study.readsImages ? job.source.checksum : ""
        tables = Dictionary(job.tables.map { ($0.set.name, $0.key) }) { first, _ in first }
        seed = job.seed
        parameters = String(decoding: job.parameters, as: UTF8.self)
        inputs = Dictionary(uniqueKeysWithValues: try job.inputs.map { ($0.path, try $0.resultsKey(digests).hex) })
        prose = try templates.digest(of: "\(job.section.info.slug).md")
        layout = templates.layout
        references = templates.references
        report = digests.report
    }

    /// The inputs at the last build of the study `path`; nil when there was none.
    public static func kept(for path: String, in store: Store) throws -> StudyInputs? {
        guard let data = try store.note(note(path)) else { return nil }
        return try? JSONDecoder().decode(StudyInputs.self, from: data)
    }

    /// Keeps these inputs as those of the last build.
    public func keep(for path: String, in store: Store) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(self)
        if try store.note(Self.note(path)) != data { try store.keepNote(data, Self.note(path)) }
    }

    /// The same inputs with other prose.
    ///
    /// - Parameter digest: hexadecimal digest of the prose.
    public func with(prose digest: String) -> StudyInputs {
        var inputs = self
        inputs.prose = digest
        return inputs
    }

    private static func note(_ path: String) -> String { "inputs-" + path.replacing("/", with: ".") }

    /// The parts of a study that an input decides.
    public enum Product: String, Sendable { case results, drawing, page }

    /// What differs from `before`, with the first product that it makes stale.
    public func changes(since before: StudyInputs) -> [(product: Product, what: String)] {
        var changes: [(Product, String)] = []
        if experiment != before.experiment { changes.append((.results, "the sources of its measurement")) }
        if images != before.images { changes.append((.results, "the images")) }
        let (now, then) = (tables ?? [:], before.tables ?? [:])
        for name in Set(now.keys).union(then.keys).sorted() where now[name] != then[name] {
            changes.append((.results, "the table \(name)"))
        }
        if seed != before.seed { changes.append((.results, "the seed, \(before.seed) before, \(seed) now")) }
        for name in Set(inputs.keys).union(before.inputs.keys).sorted() where inputs[name] != before.inputs[name] {
            changes.append((.results, "the results of \(name)"))
        }
        changes += changedParameters(since: before).map { (.results, $0) }
        if presentation != before.presentation && experiment == before.experiment {
            changes.append((.drawing, "the sources of its figures"))
        }
        if prose != before.prose { changes.append((.page, "its prose")) }
        if layout != before.layout { changes.append((.page, "the layouts or the style sheet")) }
        if references != before.references { changes.append((.page, "the references")) }
        if report != before.report && presentation == before.presentation {
            changes.append((.page, "the sources of the report"))
        }
        return changes
    }

    private func changedParameters(since before: StudyInputs) -> [String] {
        let old = Self.fields(before.parameters)
        let new = Self.fields(parameters)
        return Set(old.keys).union(new.keys).sorted().compactMap { name in
            guard old[name] != new[name] else { return nil }
            return "the parameter \(name), \(old[name] ?? "nothing") before, \(new[name] ?? "nothing") now"
        }
    }

    /// The fields of a JSON object, each as canonical text.
    private static func fields(_ json: String) -> [String: String] {
        guard let object = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] else {
            return [:]
        }
        return object.compactMapValues { value in
            (try? JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys]))
                .map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
