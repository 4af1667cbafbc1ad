import Build
import Notebook
import Synchronization

/// Tells how a build goes on that an engine runs: a line that redraws itself on a terminal, elsewhere a line whenever something
/// has changed.
final class EngineReport: Sendable {
    private let console: Console
    private let engine: String
    private let quiet: Bool
    private let state = Mutex(State())

    private struct State {
        var told = ""
        var at: ContinuousClock.Instant?
        var isSilent = false
        var warnings: Set<String> = []
    }

    init(console: Console, engine: String, quiet: Bool) {
        self.console = console
        self.engine = engine
        self.quiet = quiet
    }

    /// What `body` returns; nil when the engine doesn't answer, which is told once.
    func asking<Answer>(_ body: () async throws -> Answer) async throws -> Answer? {
        do {
            let answer = try await body()
            let wasSilent = state.withLock { state in
                defer { state.isSilent = false }
                return state.isSilent
            }
            if wasSilent { say("\(engine) answers again.") }
            return answer
        } catch let error as EngineError {
            let wasSilent = state.withLock { state in
                defer { state.isSilent = true }
                return state.isSilent
            }
            if !wasSilent { console.complain("warning: \(engine) doesn't answer; asking again: \(error)") }
            return nil
        }
    }

    /// Says something once.
    func warn(_ text: String) {
        if state.withLock({ $0.warnings.insert(text).inserted }) { console.complain("warning: \(text)") }
    }

    func tell(round: Int, items: Int, batches: Int) {
        say(
            "round \(round): \(items) \(items == 1 ? "item" : "items") in \(batches) "
                + "\(batches == 1 ? "batch" : "batches") for \(engine)")
    }

    /// Says how far the items are that were handed over.
    func tell(_ tasks: [EngineTask], _ tally: Tally, pace: Pace, _ profile: Profile) {
        guard !tally.items.isEmpty else { return }
        let running = tasks.count(where: \.isRunning)
        let waiting = tasks.count - running
        let failed = tally.attempts.keys.count { tally.seconds[$0] == nil }
        let work = tally.seconds.values.reduce(0, +)
        var text =
            "batches: \(waiting) queued, \(running) running; items: \(tally.seconds.count) of "
            + "\(tally.items.count) done, \(failed) failed; \(Self.coreHours(work))"
        let left = tally.items.filter { tally.seconds[$0.key] == nil }.values.map { item in
            pace[profile.rawValue, item.study, stage: item.stage].mean
        }
        let known = left.compactMap { $0 }
        if running > 0, !left.isEmpty, known.count == left.count {
            text += ", about \(ProgressState.time(known.reduce(0, +) / Double(running))) left"
        }
        let reasons = Set(tasks.map(\.reason)).subtracting(["", "None", "Priority", "Resources", "BeginTime"])
        if running == 0, !reasons.isEmpty { text += "; waiting for: \(reasons.sorted().joined(separator: ", "))" }
        let line = text
        if let screen = console.screen, !quiet { return screen.draw { _ in [line] } }
        let isNew = state.withLock { state in
            guard state.told != line, state.at.map({ (.now - $0) / .seconds(1) >= 10 }) ?? true else { return false }
            (state.told, state.at) = (line, .now)
            return true
        }
        if isNew { say(line) }
    }

    static func coreHours(_ seconds: Double) -> String {
        let hours = seconds / 3600
        return "\(hours < 1 ? (hours * 1000).rounded() / 1000 : (hours * 10).rounded() / 10) core-hours"
    }

    /// Leaves the line that redraws itself as it stands.
    func close() { console.screen?.close() }

    private func say(_ text: String) {
        if !quiet { console.complain(text) }
    }
}
