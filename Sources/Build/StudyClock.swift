/// Adds up how long the computations of a study run, of which several may run at once.
package struct StudyClock: Sendable {
    private let start: ContinuousClock.Instant
    private var running = 0
    private var runningSince: ContinuousClock.Instant
    private var busy = Duration.zero
    private var work = Duration.zero
    private var lacksItems = false

    package init(start: ContinuousClock.Instant) {
        self.start = start
        runningSince = start
    }

    /// A computation got its core.
    package mutating func begin(now: ContinuousClock.Instant) {
        if running == 0 { runningSince = now }
        running += 1
    }

    /// A computation that got its core at `began` is done.
    package mutating func end(began: ContinuousClock.Instant, now: ContinuousClock.Instant) {
        running -= 1
        work += now - began
        if running == 0 { busy += now - runningSince }
    }

    /// The output of an item was there already, in a time that is not known.
    package mutating func foundItem() { lacksItems = true }

    /// What the study took, when its last computation ended at `now`.
    package func time(now: ContinuousClock.Instant) -> StudyTime {
        StudyTime(
            seconds: busy / .seconds(1), work: work / .seconds(1), waiting: max(0, (now - start - busy) / .seconds(1)),
            lacksItems: lacksItems)
    }
}
