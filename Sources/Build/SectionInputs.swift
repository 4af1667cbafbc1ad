import Foundation
import Hashing

/// Everything that a section's place in the report depends on, as it was at its last build, so that the next one can
/// say what has changed.
public struct SectionInputs: Codable, Sendable, Equatable {
    public let experiment: String
    public let presentation: String
    public let images: String
    public let seed: UInt64
    public let profile: String
    /// Canonical JSON.
    public let parameters: String
    /// Digest of the section's prose; empty where none is there.
    public let prose: String
    /// Digest of the layouts and the style sheet.
    public let layout: String
    /// Digest of the references.
    public let references: String
    /// Hexadecimal digest of the code that makes pages.
    public let report: String

    /// The inputs of `job` now.
    public init(of job: SectionJob, digests: SourceDigests, templates: TemplateDigests) throws {
        let sources = try digests.section(job.section.section.module)
        experiment = sources.experiment
        presentation = sources.presentation
        images = job.section.info.readsImages ? job.source.checksum : ""
        seed = job.seed
        profile = job.profile.rawValue
        parameters = String(decoding: job.parameters, as: UTF8.self)
        prose = try templates.digest(of: "\(job.slug).md")
        layout = templates.layout
        references = templates.references
        report = digests.report
    }

    /// The inputs at the last build of section `slug`; nil when there was none.
    public static func kept(for slug: String, in store: Store) throws -> SectionInputs? {
        guard let data = try store.note("inputs-\(slug)") else { return nil }
        return try? JSONDecoder().decode(SectionInputs.self, from: data)
    }

    /// Keeps these inputs as those of the last build.
    public func keep(for slug: String, in store: Store) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(self)
        if try store.note("inputs-\(slug)") != data { try store.keepNote(data, "inputs-\(slug)") }
    }

    /// What of a section an input decides.
    public enum Product: String, Sendable { case results, drawing, page }

    /// What differs from `before`, with the first product that it makes stale.
    public func changes(since before: SectionInputs) -> [(product: Product, what: String)] {
        var changes: [(Product, String)] = []
        if experiment != before.experiment { changes.append((.results, "the sources of its experiment")) }
        if images != before.images { changes.append((.results, "the images")) }
        if seed != before.seed { changes.append((.results, "the seed, \(before.seed) before, \(seed) now")) }
        if profile != before.profile {
            changes.append((.results, "the profile, \(before.profile) before, \(profile) now"))
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

    private func changedParameters(since before: SectionInputs) -> [String] {
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
