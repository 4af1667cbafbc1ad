import Build

/// The progress of sections that run with several master seeds: one of its items is a whole run.
struct SeedProgress: BuildObserver {
    let reporter: ProgressReporter

    private static let stage = "master seeds"

    func begin(_ section: String, seeds: Int) {
        reporter.observe(.began(section: section))
        reporter.observe(.stage(section: section, name: Self.stage, items: seeds))
    }

    func end(_ section: String, seconds: Double, isStored: Bool) {
        reporter.observe(.finished(section: section, seconds: seconds, isStored: isStored))
    }

    func observe(_ event: BuildEvent) {
        guard case .finished(let section, let seconds, let isStored) = event else { return }
        reporter.observe(.item(section: section, stage: Self.stage, isStored: isStored, seconds: seconds))
    }
}
