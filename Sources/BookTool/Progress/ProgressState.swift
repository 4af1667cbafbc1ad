import Build
import Foundation

/// How far each section of a build is.
struct ProgressState: Sendable {
    private let sections: [String]
    private let verbose: Bool
    /// How far the report itself is.
    var binding = Binding.waits
    private var progress: [String: SectionProgress] = [:]

    enum Binding: Sendable { case waits, underWay, done }

    init(sections: [String], verbose: Bool) {
        self.sections = sections
        self.verbose = verbose
    }

    /// Takes in `event`; returns what a log says of it, if anything.
    mutating func take(_ event: BuildEvent, now: ContinuousClock.Instant) -> String? {
        switch event {
        case .began(let section):
            progress[section] = SectionProgress(start: now)
            return nil
        case .stage(let section, let name, let items):
            progress[section]?.begin(name, items: items, now: now)
            return "\(section): \(name), \(items) \(items == 1 ? "item" : "items")"
        case .item(let section, let stage, let isStored):
            progress[section]?.advance(stage, isStored: isStored)
            guard progress[section]?.tells(now: now) == true, let stage = progress[section]?.stage else { return nil }
            return "\(section): \(stage.name), \(stage.done) of \(stage.items)\(timeLeft(section, now))"
        case .finished(let section, let seconds, let isStored):
            progress[section]?.end = .init(seconds: seconds, isStored: isStored)
            if isStored && !verbose { return nil }
            return "\(section): \(isStored ? "stored results" : "done in \(Self.time(seconds))")"
        case .damaged:
            return nil
        }
    }

    private func timeLeft(_ section: String, _ now: ContinuousClock.Instant) -> String {
        guard let left = progress[section]?.timeLeft(now: now), left >= 1 else { return "" }
        return ", \(Self.time(left)) left"
    }

    /// One line a section and one for the report, for a terminal.
    func lines(now: ContinuousClock.Instant, colour: Bool) -> [String] {
        let names = sections + (binding == .waits ? [] : ["report"])
        let width = names.map(\.count).max() ?? 0
        let tick = colour ? "\u{1B}[32m✓\u{1B}[0m" : "✓"
        return names.map { slug in
            let name = slug.padding(toLength: width, withPad: " ", startingAt: 0)
            let (isDone, text) = slug == "report" && binding != .waits ? bindingText : sectionText(slug, now)
            return "\(isDone ? tick : " ") \(name)  \(text)"
        }
    }

    private var bindingText: (isDone: Bool, text: String) {
        binding == .done ? (true, "bound") : (false, "draws figures, writes pages, sets the PDF")
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
