import ArgumentParser
import Build

/// `regbook why`: what of a section is stale, and because of which input.
struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", abstract: "Says what of a section is stale, and because of which input.")

    @Argument(
        help: ArgumentHelp("The section's name, as 'list' shows it.", valueName: "section"), completion: .sections)
    var section: String

    @OptionGroup var experiments: ExperimentOptions

    func run() throws {
        let setup = try ExperimentSetup(tool: tool, options: experiments)
        let job = try setup.job(for: try tool.book.section(named: section), settings: setup.settings)
        try setup.checkSettings(reach: [section])
        let isStored = try setup.runner(observer: SilentObserver()).isFresh(job)
        let now = try setup.inputs(of: job, TemplateDigests(of: setup.root.templates))
        guard let before = try SectionInputs.kept(for: section, in: setup.store) else {
            tool.console.print("\(section): never built\(isStored ? ", but its results are stored" : "").")
            return
        }
        let changes = now.changes(since: before)
        if changes.isEmpty {
            tool.console.print(
                isStored
                    ? "\(section): nothing has changed since its last build."
                    : "\(section): its experiment runs, for its stored results are gone or damaged.")
            return
        }
        for change in changes {
            let consequence =
                switch change.product {
                case .results where isStored: "results for this are stored, its figures and page are made again"
                case .results: "its experiment runs"
                case .drawing: "its figures are drawn again from stored results"
                case .page: "its page is made again"
                }
            tool.console.print("\(section): changed: \(change.what): \(consequence).")
        }
    }
}
