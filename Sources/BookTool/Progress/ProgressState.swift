import Build
import Foundation

/// How far each section of a build is, and how long it still takes by what earlier builds took.
package struct ProgressState: Sendable {
    private let sections: [String]
    private let profile: String
    private let cores: Int
    private let verbose: Bool
    private let start: ContinuousClock.Instant
    /// How far the report itself is.
    var binding = Binding.waits
    private var progress: [String: SectionProgress] = [:]
    /// What earlier builds took, and this one as far as it is.
    private(set) var pace: Pace

    enum Binding: Sendable {
        case waits, underWay
        case done(seconds: Double)
    }

    package init(
        sections: [String], profile: String, cores: Int, verbose: Bool, pace: Pace,
        start: ContinuousClock.Instant = .now
    ) {
        self.sections = sections
        self.profile = profile
        self.cores = cores
        self.verbose = verbose
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
            guard progress[section]?.tells(now: now) == true, let stage = progress[section]?.stage else { return nil }
            return "\(section): \(stage.name), \(stage.done) of \(stage.items)\(timeLeft(section, now))"
        case .finished(let section, let seconds, let isStored):
            progress[section]?.end = .init(seconds: seconds, isStored: isStored)
            if let known = progress[section]?.pace { pace[profile, section] = known }
            if isStored && !verbose { return nil }
            return "\(section): \(isStored ? "stored results" : "done in \(Self.time(seconds))")"
        case .damaged:
            return nil
        }
    }

    /// Notes that the report is bound, which took `seconds`.
    mutating func finish(binding seconds: Double) {
        binding = .done(seconds: seconds)
        pace.report = seconds
    }

    private func timeLeft(_ section: String, _ now: ContinuousClock.Instant) -> String {
        guard let left = progress[section]?.timeLeft(now: now), left >= 1 else { return "" }
        return ", \(Self.time(left)) left"
    }

    /// One line a section, one for the report and one for all together, for a terminal.
    package func lines(now: ContinuousClock.Instant, colour: Bool) -> [String] {
        let names = sections + ["report", "total"]
        let width = names.map(\.count).max() ?? 0
        let tick = colour ? "\u{1B}[32m✓\u{1B}[0m" : "✓"
        return names.map { slug in
            let name = slug.padding(toLength: width, withPad: " ", startingAt: 0)
            let (isDone, text) =
                switch slug {
                case "report": bindingText
                case "total": totalText(now)
                default: sectionText(slug, now)
                }
            return "\(isDone ? tick : " ") \(name)  \(text)"
        }
    }

    private var bindingText: (isDone: Bool, text: String) {
        switch binding {
        case .waits: (false, "waits")
        case .underWay: (false, "draws figures, writes pages, sets the PDF")
        case .done(let seconds): (true, "bound in \(Self.time(seconds))")
        }
    }

    private func totalText(_ now: ContinuousClock.Instant) -> (isDone: Bool, text: String) {
        let elapsed = Self.time((now - start) / .seconds(1))
        if case .done = binding { return (true, elapsed) }
        let done = sections.count { progress[$0]?.end != nil }
        let left = totalLeft.map { ", about \(Self.time($0)) left" } ?? ""
        return (false, "\(done) of \(sections.count) sections, \(elapsed) so far\(left)")
    }

    /// Seconds until all is done, if everything takes as long as it last did; nil when something was never made whole.
    private var totalLeft: Double? {
        var work = 0.0
        for slug in sections where progress[slug]?.end == nil {
            guard let earlier = pace[profile, slug] else { return nil }
            work += max(0, earlier.work - (progress[slug]?.work ?? 0))
        }
        return pace.report.map { $0 + work / Double(cores) }
    }

    private func sectionText(_ slug: String, _ now: ContinuousClock.Instant) -> (isDone: Bool, text: String) {
        guard let progress = progress[slug] else { return (false, "waits") }
        if let end = progress.end {
            return (true, end.isStored ? "stored results" : "done in \(Self.time(end.seconds))")
        }
        guard let stage = progress.stage else { return (false, "computes") }
        return (false, "\(stage.bar(width: 20))  \(stage.name) \(stage.done)/\(stage.items)\(timeLeft(slug, now))")
    }

    /// A span of time as a reader says it: "0.4 s", "3 min 20 s", "2 h 5 min".
    static func time(_ seconds: Double) -> String {
        if seconds < 10 { return "\((seconds * 10).rounded() / 10) s" }
        let whole = Int(seconds.rounded())
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
        return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }
}
