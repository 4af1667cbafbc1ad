import Build
import Foundation
import Hashing
import Learning

/// What a build is to compute, and all that its workers must agree on.
struct WorkPlan: Sendable {
    let setup: ExperimentSetup
    let jobs: [StudyJob]
    let kernel: String
    private let sources: String
    private let options: [String]

    /// - Parameter keepsData: whether the data set is copied to the store, where workers then read it.
    init(_ setup: ExperimentSetup, options: ExperimentOptions, jobs: [StudyJob], keepsData: Bool) throws {
        self.setup = setup
        self.jobs = jobs.withInputs
        kernel = Self.loadedKernel
        sources = try Self.sources(of: jobs.withInputs, setup.tool.sources)
        var words = ["--profile", setup.profile.rawValue, "--seed", String(setup.seed), "--blas-kernel", kernel]
        if let folder = setup.dataFolder {
            let kept = keepsData ? try Self.keptData(setup, folder) : nil
            words += ["--data", kept ?? folder.path(percentEncoded: false)]
        }
        if !options.settings.isEmpty { words += ["--set"] + options.settings }
        self.options = words
    }

    /// Where the store keeps the images of `folder`; nil for a set whose files the book doesn't name.
    private static func keptData(_ setup: ExperimentSetup, _ folder: URL) throws -> String? {
        let names = (setup.tool.book.images?.files ?? []).flatMap { Set([$0.name, $0.fetchedName]).sorted() }
        guard !names.isEmpty else { return nil }
        return try setup.store.keepData(names, in: folder, checksum: setup.source.checksum)
    }

    /// The kernel that multiplies: one that multiplies wrongly is replaced when OpenBLAS is loaded.
    static var loadedKernel: String {
        _ = BLAS.core
        return BLASKernel.current.name
    }

    /// The digest of what measures the studies of `jobs`.
    static func sources(of jobs: [StudyJob], _ digests: SourceDigests) throws -> String {
        let fields = try jobs.flatMap { job in
            [job.path, try digests.study(job.study, in: job.section.section.module).experiment]
        }
        return Digest(ofFields: fields).hex
    }

    /// `items` in batches of about `seconds` each by `pace`.
    func list(
        of items: [PendingItem], batchSeconds seconds: Double, pace: Pace, alone: Set<String> = []
    ) -> WorkList {
        WorkList(
            book: setup.tool.book.title, studies: jobs.map(\.path), sources: sources, kernel: kernel,
            data: setup.source.checksum,
            options: options,
            batches: items.batches(of: seconds, alone: alone) {
                pace[setup.profile.rawValue, $0.study, stage: $0.stage].mean
            })
    }

    /// A list of this build that holds nothing.
    var empty: WorkList { list(of: [], batchSeconds: 1, pace: Pace()) }

    /// What the lists of this build have in common.
    var digest: String { empty.plan }

    /// What can be computed now.
    func frontier(keepsResults: Bool) async throws -> Frontier {
        try await setup.runner(observer: SilentObserver()).frontier(of: jobs, keepsResults: keepsResults)
    }
}
