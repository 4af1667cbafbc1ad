import Build

/// The progress of studies that run with several master seeds: one of its items is a whole run.
struct SeedProgress: BuildObserver {
    let reporter: ProgressReporter

    private static let stage = "master seeds"

    func begin(_ study: String, seeds: Int) {
        reporter.observe(.began(study: study))
        reporter.observe(.stage(study: study, name: Self.stage, items: seeds))
    }

    func end(_ study: String, time: StudyTime, isStored: Bool) {
        reporter.observe(.finished(study: study, time: time, isStored: isStored))
    }

    func observe(_ event: BuildEvent) {
        guard case .finished(let study, let time, let isStored) = event else { return }
        reporter.observe(.item(study: study, stage: Self.stage, isStored: isStored, seconds: time.seconds))
    }
}
