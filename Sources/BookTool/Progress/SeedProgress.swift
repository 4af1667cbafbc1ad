import Build
import Synchronization

/// The progress of a study that runs with several master seeds: one of its items is a whole run.
final class SeedProgress: BuildObserver {
    let reporter: ProgressReporter
    /// The study under way; those whose results it takes run, too, and are no items.
    private let current = Mutex("")

    private static let stage = "master seeds"

    init(reporter: ProgressReporter) { self.reporter = reporter }

    func begin(_ study: String, seeds: Int) {
        current.withLock { $0 = study }
        reporter.observe(.began(study: study))
        reporter.observe(.stage(study: study, name: Self.stage, items: seeds))
    }

    func end(_ study: String, time: StudyTime, isStored: Bool) {
        reporter.observe(.finished(study: study, time: time, isStored: isStored))
    }

    func observe(_ event: BuildEvent) {
        guard case .finished(let study, let time, let isStored) = event, study == current.withLock({ $0 }) else {
            return
        }
        reporter.observe(.item(study: study, stage: Self.stage, isStored: isStored, seconds: time.seconds))
    }
}
