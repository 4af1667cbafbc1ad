import Build
import Foundation

/// What a folder that a build wrote says: its values, its claims and the pictures of its figures.
struct BuiltReport: Sendable {
    let folder: URL
    /// By section and name: "bagging.gain".
    let values: [String: String]
    /// By id.
    let claims: [String: Claim]
    /// Names without ending: "bagging-error".
    let figures: Set<String>
    /// The study that shows a value, a claim or a figure, by the names above.
    private let owners: [String: String]

    struct Claim: Sendable, Equatable, Decodable {
        let id: String
        let verdict: String
        let measured: Double?
        let halfWidth: Double?
    }

    /// What `build.json` tells of the studies.
    private struct Listing: Decodable {
        let studies: [Study]

        struct Study: Decodable {
            let path: String
            let values: [String]?
            let claims: [String]?
            let figures: [String]?

            var things: [String] { (values ?? []) + (claims ?? []) + (figures ?? []) }
        }
    }

    /// - Throws: `ToolError.noReport` for a folder without the files that a build writes.
    init(_ folder: URL) throws {
        self.folder = folder
        let decoder = JSONDecoder()
        let claims = try decoder.decode([Claim].self, from: Self.contents("evidence.json", of: folder))
        self.claims = Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }
        let sections = try JSONSerialization.jsonObject(with: Self.contents(ValuesFile.name, of: folder))
        var values: [String: String] = [:]
        for (section, named) in sections as? [String: [String: Any]] ?? [:] {
            for (name, value) in named { values["\(section).\(name)"] = try Self.text(value) }
        }
        self.values = values
        let pictures = folder.appending(path: "figures").path(percentEncoded: false)
        let names =
            FileManager.default.fileExists(atPath: pictures)
            ? try FileManager.default.contentsOfDirectory(atPath: pictures) : []
        figures = Set(names.filter { $0.hasSuffix(".png") }.map { String($0.dropLast(4)) })
        let listing = try decoder.decode(Listing.self, from: Self.contents(OutputFolder.marker, of: folder))
        owners = Dictionary(listing.studies.flatMap { study in study.things.map { ($0, study.path) } }) { first, _ in
            first
        }
    }

    /// The study that shows the value, claim or figure called `name`; nil for one of an earlier version of the program.
    func study(of name: String) -> String? { owners[name] }

    /// The bytes of a figure's picture.
    func picture(_ figure: String) throws -> [UInt8] {
        [UInt8](try Self.contents("figures/\(figure).png", of: folder))
    }

    private static func contents(_ name: String, of folder: URL) throws -> Data {
        guard let data = FileManager.default.contents(atPath: folder.appending(path: name).path(percentEncoded: false))
        else { throw ToolError.noReport(path: folder.path(percentEncoded: false), missing: name) }
        return data
    }

    private static func text(_ value: Any) throws -> String {
        if let estimate = value as? [String: Any], let mean = estimate["mean"], let half = estimate["halfWidth"] {
            return "\(mean) ± \(half)"
        }
        let data = try JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys])
        return String(decoding: data, as: UTF8.self)
    }
}
