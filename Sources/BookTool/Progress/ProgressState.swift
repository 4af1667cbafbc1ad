import Build
import Foundation

/// How far each section of a build is, and how long it still takes by what earlier builds took.
package struct ProgressState: Sendable {
    let sections: [String]
    private let profile: String
    private let cores: Int
    private let verbose: Bool
    /// Whether a report is made of the sections.
    let isBound: Bool
    let start: ContinuousClock.Instant
    /// How far the report itself is.
    var binding = Binding.waits
    private(set) var progress: [String: SectionProgress] = [:]
    /// What earlier builds took, and this one as far as it is.
    package private(set) var pace: Pace

    enum Binding: Sendable {
        case waits, underWay
        case done(seconds: Double)
    }

    package init(
        sections: [String], profile: String, cores: Int, verbose: Bool, isBound: Bool = false,
        pace: Pace, start: ContinuousClock.Instant = .now
    ) {
        self.sections = sections
        self.profile = profile
        self.cores = cores
        self.verbose = verbose
        self.isBound = isBound
        self.pace = pace
        self.start = start
    }

    /// Takes in `event`; returns what a log says of it, if anything.
    package mutating func take(_ event: BuildEvent, now: ContinuousClock.Instant) -> String? {
        switch event {
        case .began(let section):
            progress[section] = SectionProgress(start: now, earlier: pace[profile, section])
            return nil
        case .stage(let section, let name, let items):
            progress[section]?.begin(name, items: items, now: now)
            return "\(section): \(name), \(items) \(items == 1 ? "item" : "items")"
        case .item(let section, let stage, let isStored, let seconds):
            progress[section]?.advance(stage, isStored: isStored, seconds: seconds)
            // An item within another one is timed with it.
            if !isStored && seconds > 0 { pace[profile, section, stage: stage].add(seconds) }
            guard progress[section]?.tells(now: now) == true, let stage = progress[section]?.stage else { return nil }
            return "\(section): \(stage.name), \(stage.done) of \(stage.items)\(timeLeft(section, now))"
        case .finished(let section, let time, let isStored):
            progress[section]?.finish(time, isStored: isStored)
            if let known = progress[section]?.pace { pace[profile, section] = known }
            if isStored && !verbose { return nil }
            return "\(section): \(isStored ? "stored results" : "done in \(Self.time(time.seconds))")"
        case .damaged:
            return nil
        }
    }

    /// Notes that the report is bound, which took `seconds`.
    mutating func finish(binding seconds: Double) {
        binding = .done(seconds: seconds)
        pace.report = seconds
    }

    /// ", 20 s left", or nothing where that is not known.
    func timeLeft(_ section: String, _ now: ContinuousClock.Instant) -> String {
        guard let left = progress[section]?.timeLeft(now: now), left >= 1 else { return "" }
        return ", \(Self.time(left)) left"
    }

    /// Whether nothing is left to do.
    var isDone: Bool {
        if isBound, case .done = binding { return true }
        return !isBound && sections.allSatisfy { progress[$0]?.end != nil }
    }

    /// Seconds until all is done, if everything takes as long as it last did; nil when something was never made whole.
    package var totalLeft: Double? {
        var work = 0.0
        for slug in sections where progress[slug]?.end == nil {
            guard let earlier = pace[profile, slug] else { return nil }
            work += max(0, earlier.work - (progress[slug]?.work ?? 0))
        }
        guard isBound else { return work / Double(cores) }
        return pace.report.map { $0 + work / Double(cores) }
    }

    /// A span of time as a reader says it: "0.4 s", "3 min 20 s", "2 h 5 min".
    static func time(_ seconds: Double) -> String {
        // What earlier builds took is read from files.
        let seconds = seconds.isFinite ? min(max(seconds, 0), 1e9) : 0
        if seconds < 10 { return "\((seconds * 10).rounded() / 10) s" }
        let whole = Int(seconds.rounded())
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
        return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }
}
