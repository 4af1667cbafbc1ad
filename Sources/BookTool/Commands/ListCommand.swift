import ArgumentParser
import Foundation
import Notebook

/// `regbook list`: the book's sections with their studies and parameters.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the book's sections, or the studies of some with their parameters.")

    @Argument(
        help: ArgumentHelp(
            "Lists the parameters of these sections or studies in a table.", valueName: "section[/study]"),
        completion: .sections)
    var sections: [String] = []

    @Option(help: ArgumentHelp("The profile whose parameters are shown.", valueName: "profile"), completion: .profiles)
    var profile: String?

    @Flag(name: .shortAndLong, help: "Also lists each study's parameters as --set takes them.")
    var verbose = false

    @Flag(help: "Prints studies and a JSON schema of their parameters.")
    var json = false

    func run() throws {
        let profile = try Profile(named: profile ?? Profile.quick.rawValue)
        let studies = try tool.book.studies(named: sections).map(\.study)
        if json {
            try listSchemas(of: studies, profile)
        } else if sections.isEmpty {
            try listSections(profile)
        } else {
            for study in studies { try listTable(of: study, profile) }
        }
    }

    private func listSections(_ profile: Profile) throws {
        let sections = tool.book.sections
        let width = sections.map(\.info.slug.count).max() ?? 0
        for section in sections {
            let slug = section.info.slug.padding(toLength: width, withPad: " ", startingAt: 0)
            tool.console.print("\(section.number)\t\(slug)  \(section.info.title)")
            guard verbose else { continue }
            for study in section.studies {
                for row in try study.parameterTable(for: profile).rows.sorted(by: { $0.name < $1.name }) {
                    tool.console.print("\t  \(study.path.replacing("/", with: ".")).\(row.name)=\(row.value)")
                }
            }
        }
    }

    private func listTable(of study: AnyStudy, _ profile: Profile) throws {
        tool.console.print("\(study.path): \(study.question)")
        let rows = try study.parameterTable(for: profile).rows
        let cells = rows.map { [$0.name, $0.value + ($0.unit.isEmpty ? "" : " " + $0.unit), $0.range, $0.description] }
        let widths = (0..<3).map { column in cells.map { $0[column].count }.max() ?? 0 }
        for row in cells {
            let padded = zip(row, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }
            let line = "  " + (padded + [row[3]]).joined(separator: "  ")
            tool.console.print(String(line.reversed().drop { $0 == " " }.reversed()))
        }
    }

    private func listSchemas(of studies: [AnyStudy], _ profile: Profile) throws {
        let object = try studies.map { study -> [String: Any] in
            [
                "study": study.path, "question": study.question,
                "parameters": try study.parameterTable(for: profile).schema,
            ]
        }
        let data = try JSONSerialization.data(
            withJSONObject: object, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
        tool.console.print(String(decoding: data, as: UTF8.self))
    }
}
