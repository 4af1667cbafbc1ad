import Build
import Foundation
import Learning
import Notebook
import Report
import Tables

/// Checked options of `build` and `run`: the root, the store, and how studies become jobs.
struct ExperimentSetup: Sendable {
    let tool: BookTool
    let root: BookRoot
    let store: Store
    let profile: Profile
    let seed: UInt64
    let dataFolder: URL?
    let source: any ImageSource
    /// Whether the book declares images that nobody named.
    let lacksImages: Bool
    let settings: [SettingText]
    let cores: Int
    let memory: MemoryBudget
    /// The kernel of OpenBLAS that the reader named.
    let namedKernel: String?

    /// - Throws: `ToolError` for an option that doesn't fit the book, or what is wrong with the data.
    init(tool: BookTool, options: ExperimentOptions) throws {
        self.tool = tool
        root = try tool.root(options.root)
        namedKernel = options.blasKernel
        try ExperimentSetup.pinKernel(named: namedKernel, or: root.settings)
        profile = try Profile(named: options.profile ?? Profile.quick.rawValue)
        settings = try options.settings.map(SettingText.init)
        for setting in settings { _ = try tool.book.section(named: setting.section).section.resolve(setting.setting) }
        seed = try options.seed.map(ExperimentSetup.seed) ?? root.settings.seed
        cores = options.jobs ?? ProcessInfo.processInfo.activeProcessorCount
        guard cores > 0 else { throw ToolError.wrongJobs(cores) }
        memory = try options.memory.map { MemoryBudget(bytes: try ByteCount($0).bytes) } ?? .standard
        dataFolder = options.data.map(tool.folder)
        (source, lacksImages) = try ExperimentSetup.images(of: tool.book, in: dataFolder, root, profile)
        store = tool.store(of: root)
    }

    /// The book as its prose was written, nothing changed by the reader.
    ///
    /// - Throws: as above.
    init(tool: BookTool, root: String?, jobs: Int?) throws {
        self.tool = tool
        self.root = try tool.root(root)
        namedKernel = nil
        try ExperimentSetup.pinKernel(named: nil, or: self.root.settings)
        profile = .quick
        seed = self.root.settings.seed
        dataFolder = nil
        (source, lacksImages) = try ExperimentSetup.images(of: tool.book, in: nil, self.root, .quick)
        settings = []
        cores = jobs ?? ProcessInfo.processInfo.activeProcessorCount
        guard cores > 0 else { throw ToolError.wrongJobs(cores) }
        memory = .standard
        store = tool.store(of: self.root)
    }

    /// The images that studies read: those of `folder`; without one, in the profile `quick`, what stands in for them, or those
    /// among the book's data. Other profiles have none without a folder.
    private static func images(
        of book: Book, in folder: URL?, _ root: BookRoot, _ profile: Profile
    ) throws -> (any ImageSource, lacking: Bool) {
        guard let set = book.images, case .images(let read, let standIn) = set.contents else {
            guard folder == nil else { throw ToolError.noImages }
            return (NoImages(), false)
        }
        if let folder { return (RememberedImages(try read(folder)), false) }
        guard profile == .quick else { return (NoImages(), true) }
        let own = root.data.appending(path: set.name, directoryHint: .isDirectory)
        return (RememberedImages(try standIn?() ?? read(own)), false)
    }

    /// The tables that `study` reads.
    ///
    /// - Throws: `TableError.unknown` for one that the book doesn't declare.
    private func tables(of study: AnyStudy) throws -> [BookTable] {
        let known = tool.book.data.compactMap { BookTable($0, in: root.data) }
        return try study.tables.map { name in
            guard let table = known.first(where: { $0.set.name == name }) else {
                throw TableError.unknown(name, study: study.path, known: known.map(\.set.name))
            }
            return table
        }
    }

    /// Notices images that studies read and nobody named, and settings of studies that do not run.
    ///
    /// - Parameter jobs: the studies that do.
    /// - Throws: `ToolError.profileNeedsData`, `ToolError.settingOfAnother`.
    func check(_ jobs: [StudyJob]) throws {
        if lacksImages, let set = tool.book.images, let reader = jobs.first(where: \.readsImages) {
            throw ToolError.profileNeedsData(profile, study: reader.path, set: set.name, title: set.title)
        }
        let running = Set(jobs.flatMap { [$0] + $0.inputs }.map(\.path))
        for text in settings {
            let section = try tool.book.section(named: text.section)
            let (study, setting) = try section.section.resolve(text.setting)
            guard !running.contains(study.path) else { continue }
            throw ToolError.settingOfAnother(
                section: study.path.replacing("/", with: "."), setting: setting.key, running: jobs.map(\.path))
        }
    }

    /// Pins the kernel that the command line names, or, where the environment names none, that of the settings.
    private static func pinKernel(named name: String?, or settings: BookSettings) throws {
        if let name { return try BLASKernel.pin(name) }
        try settings.blasKernel?.pin()
    }

    private static func seed(_ text: String) throws -> UInt64 {
        guard let seed = UInt64(text) else { throw ToolError.wrongSeed(text) }
        return seed
    }

    /// The studies of `section` as they are to be run with those of `settings` that name it, in reading order.
    ///
    /// - Throws: `SettingError`.
    func jobs(for section: NumberedSection, settings: [SettingText]) throws -> [StudyJob] {
        let own = try settings.filter { $0.section == section.info.slug }.map {
            try section.section.resolve($0.setting)
        }
        let hasExpectedData = (dataFolder == nil) == (profile == .quick)
        var jobs: [String: StudyJob] = [:]
        while jobs.count < section.studies.count {
            for study in section.studies where jobs[study.name] == nil {
                let inputs = study.inputs.compactMap { jobs[$0] }
                guard inputs.count == study.inputs.count else { continue }
                let settings = own.filter { $0.study.name == study.name }.map(\.setting)
                let parameters = try study.parameters(for: profile, settings: settings)
                jobs[study.name] = StudyJob(
                    section: section, study: study, profile: profile, parameters: parameters, seed: seed,
                    source: source, tables: try tables(of: study),
                    isAsWritten: try parameters == study.parameters(for: profile) && seed == root.settings.seed
                        && (hasExpectedData || !study.readsImages),
                    rerunCommand: rerunCommand(study.path, readsImages: study.readsImages, [(study, settings)]),
                    inputs: inputs)
            }
        }
        return section.studies.compactMap { jobs[$0.name] }
    }

    /// The studies that `names` mean as they are to be run.
    ///
    /// - Throws: `ToolError` for an unknown name, `SettingError`.
    func jobs(named names: [String]) throws -> [StudyJob] {
        let paths = Set(try tool.book.studies(named: names).map(\.study.path))
        return try tool.book.sections.flatMap { try jobs(for: $0, settings: settings) }
            .filter { paths.contains($0.path) }
    }

    /// The command that runs `section` again.
    func rerunCommand(_ section: NumberedSection) -> String {
        let own = settings.filter { $0.section == section.info.slug }
            .compactMap { try? section.section.resolve($0.setting) }
        return rerunCommand(
            section.info.slug, readsImages: section.section.readsImages, own.map { ($0.study, [$0.setting]) })
    }

    private func rerunCommand(_ path: String, readsImages: Bool, _ settings: [(AnyStudy, [Setting])]) -> String {
        var words = [tool.book.name, "run", path]
        if profile != .quick { words += ["--profile", profile.rawValue] }
        if readsImages, dataFolder != nil, let set = tool.book.images { words += ["--data", set.title] }
        if seed != root.settings.seed { words += ["--seed", String(seed)] }
        if let namedKernel { words += ["--blas-kernel", namedKernel] }
        for (study, settings) in settings {
            for setting in settings {
                words += ["--set", "\(study.path.replacing("/", with: ".")).\(setting.key)=\(setting.value)"]
            }
        }
        return words.joined(separator: " ")
    }

    /// The digests of the files that a report is made from.
    ///
    /// - Parameter known: those of the last build.
    func inputIndex(known: InputIndex?) throws -> InputIndex {
        try InputIndex(
            of: [root.templates, root.records] + Report.quotedSources(in: root.sources), in: root.url, known: known)
    }

    /// Where the prose of the section `slug` lies, from the book's root.
    func template(_ slug: String) -> String { "templates/\(slug).md" }

    /// The sections by where their prose lies.
    var pageTemplates: [String: String] {
        Dictionary(tool.book.sections.map { (template($0.info.slug), $0.info.slug) }) { first, _ in first }
    }

    /// What `job` depends on now.
    func inputs(of job: StudyJob, _ templates: TemplateDigests) throws -> StudyInputs {
        try StudyInputs(of: job, digests: tool.sources, templates: templates)
    }

    func runner(
        observer: any BuildObserver, remembered: RememberedRuns? = nil, gate: CoreGate? = nil,
        checkpointInterval: Double = 180
    ) -> Runner {
        Runner(
            store: store, digests: tool.sources, gate: gate ?? CoreGate(cores: cores, memory: memory),
            observer: observer, remembered: remembered, checkpointInterval: checkpointInterval)
    }
}
