import Build
import Foundation
import Learning
import Notebook

/// Checked options of `build` and `run`: the root, the store, and how sections become jobs.
struct ExperimentSetup: Sendable {
    let tool: BookTool
    let root: BookRoot
    let store: Store
    let profile: Profile
    let seed: UInt64
    let dataFolder: URL?
    let source: any ImageSource
    let settings: [SettingText]
    let cores: Int
    let memory: MemoryBudget

    /// - Throws: `ToolError` for an option that doesn't fit the book, or what is wrong with the data.
    init(tool: BookTool, options: ExperimentOptions) throws {
        self.tool = tool
        root = try BookRoot(named: options.root, from: tool.workingDirectory)
        profile = try Profile(named: options.profile ?? Profile.quick.rawValue)
        settings = try options.settings.map(SettingText.init)
        for setting in settings { _ = try tool.book.section(named: setting.section) }
        seed = try options.seed.map(ExperimentSetup.seed) ?? root.settings.seed
        cores = options.jobs ?? ProcessInfo.processInfo.activeProcessorCount
        guard cores > 0 else { throw ToolError.wrongJobs(cores) }
        memory = try options.memory.map { MemoryBudget(bytes: try ByteCount($0).bytes) } ?? .standard
        dataFolder = options.data.map(tool.folder)
        if let dataFolder {
            source = RememberedImages(try tool.imageSource.files(dataFolder))
        } else if profile == .quick {
            source = RememberedImages(try tool.imageSource.drawn())
        } else {
            throw ToolError.profileNeedsData(profile)
        }
        store = tool.store(of: root)
    }

    /// The book as its prose was written, nothing changed by the reader.
    ///
    /// - Throws: as above.
    init(tool: BookTool, root: String?, jobs: Int?) throws {
        self.tool = tool
        self.root = try BookRoot(named: root, from: tool.workingDirectory)
        profile = .quick
        seed = self.root.settings.seed
        dataFolder = nil
        source = RememberedImages(try tool.imageSource.drawn())
        settings = []
        cores = jobs ?? ProcessInfo.processInfo.activeProcessorCount
        guard cores > 0 else { throw ToolError.wrongJobs(cores) }
        memory = .standard
        store = tool.store(of: self.root)
    }

    /// Notices settings of sections that do not run.
    ///
    /// - Parameter slugs: the sections that do.
    /// - Throws: `ToolError.settingOfAnother`.
    func checkSettings(reach slugs: [String]) throws {
        if let other = settings.first(where: { !slugs.contains($0.section) }) {
            throw ToolError.settingOfAnother(section: other.section, setting: other.setting.key, running: slugs)
        }
    }

    private static func seed(_ text: String) throws -> UInt64 {
        guard let seed = UInt64(text) else { throw ToolError.wrongSeed(text) }
        return seed
    }

    /// `section` as it is to be run with those of `settings` that name it.
    func job(for section: NumberedSection, settings: [SettingText]) throws -> SectionJob {
        let own = settings.filter { $0.section == section.info.slug }
        let defaults = try section.section.parameters(for: profile)
        let parameters = try section.section.parameters(for: profile, settings: own.map(\.setting))
        let hasExpectedData = (dataFolder == nil) == (profile == .quick)
        return SectionJob(
            section: section, profile: profile, parameters: parameters, seed: seed, source: source,
            isAsWritten: parameters == defaults && seed == root.settings.seed
                && (hasExpectedData || !section.info.readsImages),
            rerunCommand: rerunCommand(section, own))
    }

    private func rerunCommand(_ section: NumberedSection, _ settings: [SettingText]) -> String {
        var words = ["regbook", "run", section.info.slug]
        if profile != .quick { words += ["--profile", profile.rawValue] }
        if section.info.readsImages && dataFolder != nil { words += ["--data", "MNIST"] }
        if seed != root.settings.seed { words += ["--seed", String(seed)] }
        for text in settings { words += ["--set", "\(text.section).\(text.setting.key)=\(text.setting.value)"] }
        return words.joined(separator: " ")
    }

    /// What `job` depends on now.
    func inputs(of job: SectionJob, _ templates: TemplateDigests) throws -> SectionInputs {
        try SectionInputs(of: job, digests: tool.sources, templates: templates)
    }

    func runner(observer: any BuildObserver, remembered: RememberedRuns? = nil) -> Runner {
        Runner(
            store: store, digests: tool.sources, cores: cores, memory: memory, observer: observer,
            remembered: remembered)
    }
}
