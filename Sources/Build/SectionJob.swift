import Foundation
import Hashing
import Learning
import Notebook

/// One section as it is to be run: everything that decides its results.
public struct SectionJob: Sendable {
    public let section: NumberedSection
    public let profile: Profile
    /// Canonical JSON.
    public let parameters: Data
    public let seed: UInt64
    public let source: any ImageSource
    /// Whether profile, parameters, seed and data are those the prose was written for.
    public let isAsWritten: Bool
    /// The command that runs this section again.
    public let rerunCommand: String

    public init(
        section: NumberedSection, profile: Profile, parameters: Data, seed: UInt64, source: any ImageSource,
        isAsWritten: Bool, rerunCommand: String
    ) {
        self.section = section
        self.profile = profile
        self.parameters = parameters
        self.seed = seed
        self.source = source
        self.isAsWritten = isAsWritten
        self.rerunCommand = rerunCommand
    }

    /// The same with another master seed.
    public func with(seed: UInt64) -> SectionJob {
        SectionJob(
            section: section, profile: profile, parameters: parameters, seed: seed, source: source,
            isAsWritten: isAsWritten && seed == self.seed, rerunCommand: rerunCommand)
    }

    var slug: String { section.info.slug }

    /// What an item's output and the results have in common: all that an experiment can ask its lab for.
    private func circumstances(_ digests: SourceDigests) throws -> [String] {
        [
            slug, try digests.section(section.section.module).experiment,
            section.info.readsImages ? source.checksum : "no images", String(seed), profile.rawValue,
        ]
    }

    /// What the results are stored under.
    func resultsKey(_ digests: SourceDigests) throws -> Digest {
        Digest(ofFields: ["results"] + (try circumstances(digests)) + [String(decoding: parameters, as: UTF8.self)])
    }

    /// What the output of an item of a stage is stored under.
    func itemKey(_ digests: SourceDigests) throws -> @Sendable (_ stage: String, _ item: Data) -> Digest {
        let circumstances = try circumstances(digests)
        return { stage, item in
            Digest(ofFields: ["item"] + circumstances + [stage, String(decoding: item, as: UTF8.self)])
        }
    }
}
