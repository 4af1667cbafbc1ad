import ArgumentParser
import Build

/// `regbook why`: what of a section or study is stale, and because of which input.
struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", abstract: "Says what of a section or study is stale, and because of which input.")

    @Argument(
        help: ArgumentHelp("The section or study, as 'list' shows it.", valueName: "section[/study]"),
        completion: .sections)
    var section: String

    @OptionGroup var experiments: ExperimentOptions

    func run() throws {
        let setup = try ExperimentSetup(tool: tool, options: experiments)
        let jobs = try setup.jobs(named: [section])
        try setup.check(jobs)
        let templates = try TemplateDigests(of: setup.root.templates)
        var told: Set<String> = []
        for job in jobs {
            for line in try lines(on: job, setup, templates) where told.insert(line).inserted {
                tool.console.print(line)
            }
        }
    }

    private func lines(on job: StudyJob, _ setup: ExperimentSetup, _ templates: TemplateDigests) throws -> [String] {
        let path = job.path
        let isStored = try setup.runner(observer: SilentObserver()).isFresh(job)
        let now = try setup.inputs(of: job, templates)
        guard let before = try StudyInputs.kept(for: path, in: setup.store) else {
            return ["\(path): never built\(isStored ? ", but its results are stored" : "")."]
        }
        let changes = now.changes(since: before)
        if changes.isEmpty {
            return [
                isStored
                    ? "\(path): nothing has changed since its last build."
                    : "\(path): it is measured again, for its stored results are gone or damaged."
            ]
        }
        return changes.map { change in
            switch change.product {
            case .results where isStored:
                "\(path): changed: \(change.what): results for this are stored, its figures and page are made again."
            case .results: "\(path): changed: \(change.what): it is measured again."
            case .drawing: "\(path): changed: \(change.what): its figures are drawn again from stored results."
            case .page: "\(job.section.info.slug): changed: \(change.what): its page is made again."
            }
        }
    }
}
