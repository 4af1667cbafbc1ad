import ArgumentParser
import Foundation
import Notebook

/// `regbook list`: the book's sections with their parameters.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the book's sections, and with --verbose their parameters.")

    @Option(help: ArgumentHelp("The profile whose parameters are shown.", valueName: "profile"), completion: .profiles)
    var profile: String?

    @Flag(name: .shortAndLong, help: "Also lists each section's parameters.")
    var verbose = false

    func run() throws {
        let profile = try Profile(named: profile ?? Profile.quick.rawValue)
        let sections = tool.book.sections
        let width = sections.map(\.info.slug.count).max() ?? 0
        for section in sections {
            let slug = section.info.slug.padding(toLength: width, withPad: " ", startingAt: 0)
            tool.console.print("\(section.number)\t\(slug)  \(section.info.title)")
            guard verbose else { continue }
            for study in section.studies { try listParameters(of: study, profile: profile) }
        }
    }

    private func listParameters(of study: AnyStudy, profile: Profile) throws {
        let json = try study.parameters(for: profile)
        guard let object = try JSONSerialization.jsonObject(with: json) as? [String: Any] else { return }
        for name in object.keys.sorted() {
            let value = try JSONSerialization.data(
                withJSONObject: object[name] ?? NSNull(), options: [.fragmentsAllowed, .sortedKeys])
            let path = study.path.replacing("/", with: ".")
            tool.console.print("\t  \(path).\(name)=\(String(decoding: value, as: UTF8.self))")
        }
    }
}
