import Build

/// How far one section is.
struct SectionProgress: Sendable {
    let start: ContinuousClock.Instant
    /// How long the section took when it last was made whole.
    let earlier: StudyTime?
    /// Seconds of the items that are done, each on its core.
    private(set) var work = 0.0
    /// Whether some of it was stored already, so that the rest does not tell how long the whole takes.
    private(set) var isResumed = false
    private(set) var stage: Stage?
    private(set) var end: End?

    struct End: Sendable {
        let time: StudyTime
        let isStored: Bool
    }

    /// How long the section took, when all of it was computed just now.
    var pace: StudyTime? {
        guard let end, !end.isStored, !isResumed else { return nil }
        return end.time
    }

    /// One `map` of an experiment.
    struct Stage: Sendable {
        let name: String
        let items: Int
        let start: ContinuousClock.Instant
        /// When a log last said how far the stage is.
        var told: ContinuousClock.Instant
        var done = 0
        var stored = 0
        /// Seconds of the items that were computed, each on its core.
        var work = 0.0

        func bar(width: Int) -> String {
            let full = items == 0 ? width : min(done, items) * width / items
            return String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
        }
    }

    init(start: ContinuousClock.Instant, earlier: StudyTime?) {
        self.start = start
        self.earlier = earlier
    }

    mutating func finish(_ time: StudyTime, isStored: Bool) {
        end = End(time: time, isStored: isStored)
    }

    mutating func begin(_ name: String, items: Int, now: ContinuousClock.Instant) {
        stage = Stage(name: name, items: items, start: now, told: now)
    }

    /// Whether a log should say again how far the stage is; it does every ten seconds.
    mutating func tells(now: ContinuousClock.Instant) -> Bool {
        guard let told = stage?.told, now - told >= .seconds(10) else { return false }
        stage?.told = now
        return true
    }

    mutating func advance(_ name: String, isStored: Bool, seconds: Double) {
        work += seconds
        if isStored { isResumed = true }
        guard stage?.name == name else { return }
        stage?.done += 1
        if isStored { stage?.stored += 1 } else { stage?.work += seconds }
    }

    /// Seconds until the section is done, if it takes as long as it did; where that is not known, until its stage is done, if
    /// its items go on as they have.
    func timeLeft(now: ContinuousClock.Instant) -> Double? {
        if let earlier, !isResumed, earlier.work > 0 { return earlier.seconds * max(0, 1 - work / earlier.work) }
        guard let stage, stage.done > stage.stored else { return nil }
        let computed = Double(stage.done - stage.stored)
        // What passed holds the wait for other sections' items, too; what one core would need bounds that.
        return min((now - stage.start) / .seconds(1), stage.work) / computed * Double(stage.items - stage.done)
    }
}
