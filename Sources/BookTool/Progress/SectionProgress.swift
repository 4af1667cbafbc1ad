/// How far one section is.
struct SectionProgress: Sendable {
    let start: ContinuousClock.Instant
    private(set) var stage: Stage?
    var end: End?

    struct End: Sendable {
        let seconds: Double
        let isStored: Bool
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

        func bar(width: Int) -> String {
            let full = items == 0 ? width : done * width / items
            return String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
        }
    }

    init(start: ContinuousClock.Instant) { self.start = start }

    mutating func begin(_ name: String, items: Int, now: ContinuousClock.Instant) {
        stage = Stage(name: name, items: items, start: now, told: now)
    }

    /// Whether a log should say again how far the stage is; it does every ten seconds.
    mutating func tells(now: ContinuousClock.Instant) -> Bool {
        guard let told = stage?.told, now - told >= .seconds(10) else { return false }
        stage?.told = now
        return true
    }

    mutating func advance(_ name: String, isStored: Bool) {
        guard stage?.name == name else { return }
        stage?.done += 1
        if isStored { stage?.stored += 1 }
    }

    /// Seconds until the stage is done, if its items go on as they have.
    func timeLeft(now: ContinuousClock.Instant) -> Double? {
        guard let stage, stage.done > stage.stored else { return nil }
        let each = (now - stage.start) / .seconds(1) / Double(stage.done - stage.stored)
        return each * Double(stage.items - stage.done)
    }
}
