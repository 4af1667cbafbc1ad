import ArgumentParser
import Build
import Foundation

/// `regbook diff`: what moved between two builds.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Says which values, claims and figures moved between two builds.",
        discussion: "Without folders it compares the report with the one that stood there before.")

    @Argument(
        help: ArgumentHelp("A folder that a build wrote; by default the book's last report but one.", valueName: "old"))
    var old: String?

    @Argument(help: ArgumentHelp("Another; by default the book's report.", valueName: "new"))
    var new: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Compares what these sections or studies show.", valueName: "section[/study]"),
        completion: .sections)
    var only: [String] = []

    @Option(
        help: ArgumentHelp("Writes old, new and difference of each figure that moved there.", valueName: "folder"),
        completion: .directory)
    var pictures: String?

    @Option(help: ArgumentHelp("The book's root.", valueName: "folder"), completion: .directory)
    var root: String?

    func run() throws {
        let (before, after) = try folders()
        let studies = only.isEmpty ? nil : Set(try tool.book.studies(named: only).map(\.study.path))
        let difference = try ReportDifference(from: BuiltReport(before), to: BuiltReport(after), studies: studies)
        for line in difference.lines { tool.console.print(line) }
        if difference.lines.isEmpty {
            let what = only.isEmpty ? "" : " of \(only.joined(separator: ", "))"
            tool.console.print("The reports agree in every value, claim and figure\(what).")
        }
        if let pictures, !difference.pictures.isEmpty {
            try difference.writePictures(to: tool.folder(pictures))
            tool.console.print("The pictures: \(tool.folder(pictures).plainPath)")
        }
    }

    private func folders() throws -> (old: URL, new: URL) {
        if let old, let new { return (tool.folder(old), tool.folder(new)) }
        let root = try tool.root(root)
        let output = OutputFolder(root.output)
        let report = URL(filePath: output.path, directoryHint: .isDirectory)
        if let old { return (tool.folder(old), report) }
        let previous = Store(folder: root.store).previousReport(of: output)
        guard FileManager.default.fileExists(atPath: previous) else { throw ToolError.noPreviousReport(output.path) }
        return (URL(filePath: previous, directoryHint: .isDirectory), report)
    }
}
