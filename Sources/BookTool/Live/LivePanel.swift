import Build
import Foundation
import Notebook
import Plots

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

    /// - Parameter rows: the study's parameters; their values are those that `job` has.
    init(of job: StudyJob, rows: [ParameterTable.Row]) throws {
        (name, path) = (job.study.name, job.path)
        (question, profile) = (PlainText.of(job.study.question), job.profile.rawValue)
        parameters = try rows.map { row in
            Parameter(
                name: row.name, value: try Setting(key: row.name, value: "").current(in: job.parameters),
                type: row.type,
                lowest: row.limits?.lowerBound, highest: row.limits?.upperBound, unit: row.unit,
                description: PlainText.of(row.description))
        }
    }
}
