import Foundation
import Hashing

/// A page of a section some of whose studies run with other settings than the report's.
struct Variation: Codable, Hashable, Sendable {
    /// The section's slug.
    let page: String
    /// By the name of the study.
    let studies: [String: Change]

    /// What is other about a study.
    struct Change: Codable, Hashable, Sendable {
        /// Values by the names of parameters, as `--set` takes them.
        var settings: [String: String]?
        var seed: String?
        var profile: String?
    }

    /// The same for the same settings, whoever asks.
    func key() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(Digest(of: try encoder.encode(self)).hex.prefix(32))
    }

    /// The settings as `--set` takes them, of one study.
    func settings(of study: String) -> [String] {
        (studies[study]?.settings ?? [:]).sorted { $0.key < $1.key }.map { name, value in
            "\(page).\(study == page ? "" : study + ".")\(name)=\(value)"
        }
    }
}
