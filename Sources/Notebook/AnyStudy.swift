import Foundation
import Tables

/// A study without its types: parameters and results are JSON, as they are stored.
public struct AnyStudy: Sendable {
    public let name: String
    public let question: String
    /// The name that commands use and results lie under: "early-stopping/retraining", or the section's slug alone where the
    /// section is the study.
    public let path: String
    /// The type's name, which is that of its folder in the section's module.
    public let typeName: String
    public let readsImages: Bool
    /// The names of the book's tables that it reads, sorted.
    public let tables: [String]
    /// The names of the studies of the same section whose results it takes.
    public let inputs: [String]

    private let defaults: @Sendable (Profile) throws -> Data
    private let table: @Sendable (Profile) throws -> ParameterTable
    private let normalise: @Sendable (Data) throws -> Data
    private let limit: @Sendable (Data) throws -> String?
    private let run: @Sendable (Data, Lab) async throws -> Data
    private let page: @Sendable (Data, Data) throws -> Page

    init<S: Study>(_ type: S.Type, of section: SectionInfo) {
        name = S.name
        question = S.question
        path = S.name == section.slug ? section.slug : "\(section.slug)/\(S.name)"
        typeName = String(describing: S.self)
        readsImages = S.readsImages
        tables = Set((S.self as? any TableReading.Type)?.tables ?? []).sorted()
        inputs = S.inputs.map { $0.name }
        defaults = { try StoredJSON.encode(S.parameters(for: $0)) }
        table = { try ParameterTable(of: S.parameters(for: $0)) }
        normalise = { try StoredJSON.encode(StoredJSON.decode(S.Parameters.self, from: $0)) }
        limit = {
            let limits = ParameterLimits(defaults: Profile.allCases.map { S.parameters(for: $0) })
            return limits.limit(brokenBy: try StoredJSON.decode(S.Parameters.self, from: $0))
        }
        run = { parameters, lab in
            let parameters = try StoredJSON.decode(S.Parameters.self, from: parameters)
            return try StoredJSON.encode(await S().measure(parameters, in: lab))
        }
        page = { results, parameters in
            try S().show(
                StoredJSON.decode(S.Results.self, from: results),
                StoredJSON.decode(S.Parameters.self, from: parameters))
        }
    }

    /// The parameters of `profile` with the reader's `settings` laid over them, as canonical JSON.
    ///
    /// - Throws: `SettingError` when a key does not exist, or a value has the wrong type or is out of its limits.
    public func parameters(for profile: Profile, settings: [Setting] = []) throws -> Data {
        var json = try defaults(profile)
        for setting in settings {
            json = try setting.applied(to: json, of: path)
            do {
                json = try normalise(json)
            } catch is DecodingError {
                throw SettingError.wrongType(setting, study: path, default: try setting.current(in: defaults(profile)))
            }
            if let allowed = try limit(json) {
                throw SettingError.outOfLimits(setting, study: path, allowed: allowed)
            }
        }
        return json
    }

    /// What the parameters of `profile` say of themselves.
    public func parameterTable(for profile: Profile) throws -> ParameterTable { try table(profile) }

    /// Whether the study has a parameter called `name`.
    func hasParameter(_ name: String) throws -> Bool { try parameterNames().contains(name) }

    /// The names of the parameters, nested ones left out, sorted.
    func parameterNames() throws -> [String] {
        let object = try JSONSerialization.jsonObject(with: defaults(.quick)) as? [String: Any] ?? [:]
        return object.keys.sorted()
    }

    /// Takes the measurements and returns the results as canonical JSON.
    public func measure(_ parameters: Data, in lab: Lab) async throws -> Data {
        try await run(parameters, lab)
    }

    /// The page made from stored results.
    ///
    /// - Throws: `DecodingError` when `results` belong to another version of the study; `PageError` for a name given twice.
    public func show(_ results: Data, _ parameters: Data) throws -> Page {
        let page = try page(results, parameters)
        try page.checkNames()
        return page
    }
}
