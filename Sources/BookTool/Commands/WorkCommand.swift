import ArgumentParser
import Build
import Foundation
import Learning

/// `regbook work`: computes one batch of a list of work.
struct WorkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work", abstract: "Computes one batch of a list of work and stores each output as it is done.",
        discussion: """
            Engines start it on their machines. It ends with an error where the book, the kernel or the data are not those \
            of the list, and where items of the batch do not occur. Beside the list it writes the batch's journal.
            """)

    @Option(help: ArgumentHelp("The list of work, as 'plan --json' prints it.", valueName: "file"), completion: .file())
    var items: String

    @Option(help: ArgumentHelp("Which batch of the list, counted from 0.", valueName: "number"))
    var batch: Int

    @Option(help: ArgumentHelp("How many computations run at once; by default one a core.", valueName: "number"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp(
            "Seconds between two checkpoints of a training run; SIGTERM leaves one, too.", valueName: "seconds"))
    var checkpointSeconds = 180.0

    @Option(help: ArgumentHelp("The book's root.", valueName: "folder"), completion: .directory)
    var root: String?

    func run() async throws {
        guard checkpointSeconds > 0, checkpointSeconds < 1e7 else {
            throw ToolError.wrongSeconds(option: "checkpoint-seconds", checkpointSeconds)
        }
        let path = URL(filePath: items, relativeTo: tool.workingDirectory).absoluteURL.path(percentEncoded: false)
        guard let list = try WorkList(contentsOf: path) else { throw ToolError.noWorkList(path: path) }
        guard list.batches.indices.contains(batch) else {
            throw ToolError.wrongBatch(batch, count: list.batches.count)
        }
        let journal = try Journal(of: batch, besides: path) { Wording.message(for: $0) }
        let setup: ExperimentSetup
        let studies: [StudyJob]
        do {
            (setup, studies) = try agreed(with: list)
        } catch {
            try journal.refused(Wording.message(for: error))
            throw error
        }
        let items = list.batches[batch].items
        let paths = Set(items.map(\.study))
        let failures = FailureNotes(journal)
        let absent = try await setup.runner(observer: SilentObserver(), checkpointInterval: checkpointSeconds)
            .compute(items, of: studies.filter { paths.contains($0.path) }, journal: failures)
        if let first = absent.first {
            let error = ToolError.absentItems(count: absent.count, example: "\(first.study), \(first.stage)")
            for item in absent { try journal.failed(item, error) }
            throw error
        }
        let messages = failures.messages
        guard messages.isEmpty else { throw ToolError.failedItems(count: messages.count, messages: messages) }
    }

    /// The studies as the list means them.
    ///
    /// - Throws: where they would not be the same here.
    private func agreed(with list: WorkList) throws -> (ExperimentSetup, [StudyJob]) {
        let words = (root.map { ["--root", $0] } ?? []) + (jobs.map { ["--jobs", "\($0)"] } ?? [])
        let options: ExperimentOptions
        do {
            options = try ExperimentOptions.parse(list.options + words)
        } catch {
            throw ToolError.noWorkList(path: items)
        }
        let setup: ExperimentSetup
        do {
            setup = try ExperimentSetup(tool: tool, options: options)
        } catch let error as LearningError {
            guard case .kernel = error else { throw error }
            throw ToolError.lacksKernel(host: Journal.host, reason: Wording.message(for: error))
        }
        let studies = try tool.book.sections.flatMap { try setup.jobs(for: $0, settings: setup.settings) }
        let ordered = try list.studies.map { path in
            guard let job = studies.first(where: { $0.path == path }) else {
                throw ToolError.otherWork(
                    host: Journal.host, what: "the book", wanted: "one with the study '\(path)'",
                    found: tool.book.title)
            }
            return job
        }
        try setup.check(ordered)
        for (what, wanted, found) in [
            ("the book", list.book, tool.book.title),
            ("the kernel of OpenBLAS", list.kernel, WorkPlan.loadedKernel),
            ("the digest of the measuring sources", list.sources, try WorkPlan.sources(of: ordered, tool.sources)),
            ("the checksum of the data", list.data, setup.source.checksum),
        ] where wanted != found {
            throw ToolError.otherWork(host: Journal.host, what: what, wanted: wanted, found: found)
        }
        return (setup, ordered)
    }
}
