import Build
import Foundation
import Notebook

/// What a page needs to know of its studies.
struct LivePanels: Encodable {
    /// The command that makes the report as it stands.
    let command: String
    let seed: UInt64
    let studies: [LivePanel]
}

/// The settings of a study, for the controls of its panel.
struct LivePanel: Encodable {
    let name: String
    let path: String
    let question: String
    let profile: String
    let parameters: [Parameter]

    struct Parameter: Encodable {
        let name: String
        /// JSON.
        let value: String
        let type: String
        let lowest: Double?
        let highest: Double?
        let unit: String
        let description: String
    }

    init(of job: StudyJob, rows: [ParameterTable.Row]) {
        (name, path) = (job.study.name, job.path)
        (question, profile) = (job.study.question, job.profile.rawValue)
        parameters = rows.map { row in
            Parameter(
                name: row.name, value: Self.value(of: row.name, in: job.parameters) ?? row.value, type: row.type,
                lowest: row.limits?.lowerBound, highest: row.limits?.upperBound, unit: row.unit,
                description: row.description)
        }
    }

    /// The value in use, which the command line may have changed.
    private static func value(of name: String, in parameters: Data) -> String? {
        do {
            var value: Any? = try JSONSerialization.jsonObject(with: parameters)
            for part in name.split(separator: ".") { value = (value as? [String: Any])?[String(part)] }
            guard let value else { return nil }
            let json = try JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys])
            return String(decoding: json, as: UTF8.self)
        } catch {
            return nil
        }
    }
}
