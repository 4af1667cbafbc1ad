import Foundation

/// A section without its types: parameters and results are JSON, as they are stored.
public struct AnySection: Sendable {
    public let info: SectionInfo
    /// The module that holds the section, as named in `Sources/Chapters`.
    public let module: String

    private let defaults: @Sendable (Profile) throws -> Data
    private let normalise: @Sendable (Data) throws -> Data
    private let limit: @Sendable (Data) throws -> String?
    private let run: @Sendable (Data, Lab) async throws -> Data
    private let show: @Sendable (Data) throws -> Page

    public init<S: Section>(_ type: S.Type) {
        info = S.info
        // Not by reflection, which looks through every conformance of the program.
        module = String(_typeName(S.self, qualified: true).prefix { $0 != "." })
        defaults = { try StoredJSON.encode(S.parameters(for: $0)) }
        normalise = { try StoredJSON.encode(StoredJSON.decode(S.Parameters.self, from: $0)) }
        limit = {
            let limits = ParameterLimits(defaults: Profile.allCases.map { S.parameters(for: $0) })
            return limits.limit(brokenBy: try StoredJSON.decode(S.Parameters.self, from: $0))
        }
        run = { parameters, lab in
            let parameters = try StoredJSON.decode(S.Parameters.self, from: parameters)
            return try StoredJSON.encode(await S().experiment(parameters, in: lab))
        }
        show = { try S().present(StoredJSON.decode(S.Results.self, from: $0)) }
    }

    /// The parameters of `profile` with the reader's `settings` laid over them, as canonical JSON.
    ///
    /// - Throws: `SettingError` when a key does not exist, or a value has the wrong type or is out of its limits.
    public func parameters(for profile: Profile, settings: [Setting] = []) throws -> Data {
        var json = try defaults(profile)
        for setting in settings {
            json = try setting.applied(to: json, of: info.slug)
            do {
                json = try normalise(json)
            } catch is DecodingError {
                throw SettingError.wrongType(
                    setting, section: info.slug, default: try setting.current(in: defaults(profile)))
            }
            if let allowed = try limit(json) {
                throw SettingError.outOfLimits(setting, section: info.slug, allowed: allowed)
            }
        }
        return json
    }

    /// Runs the experiment and returns its results as canonical JSON.
    public func experiment(_ parameters: Data, in lab: Lab) async throws -> Data {
        try await run(parameters, lab)
    }

    /// The page made from stored results.
    ///
    /// - Throws: `DecodingError` when `results` belong to another version of the section.
    public func present(_ results: Data) throws -> Page {
        try show(results)
    }
}
