import Build
import Foundation
import Synchronization

/// Shows how a build goes on: lines that redraw themselves on a terminal, plain lines elsewhere, nothing when quiet.
final class ProgressReporter: BuildObserver {
    private let console: Console
    private let style: Style
    private let state: Mutex<ProgressState>
    private let drawnLines = Mutex(0)

    private enum Style { case silent, plain, screen }

    private init(console: Console, style: Style, state: ProgressState) {
        self.console = console
        self.style = style
        self.state = Mutex(state)
    }

    static func make(_ setup: ExperimentSetup, sections: [String], options: ExperimentOptions) throws
        -> ProgressReporter
    {
        let console = setup.tool.console
        return ProgressReporter(
            console: console, style: options.quiet ? .silent : console.isTerminal ? .screen : .plain,
            state: ProgressState(
                sections: sections, profile: setup.profile.rawValue, cores: setup.cores, verbose: options.verbose,
                pace: try Pace.kept(in: setup.store)))
    }

    /// How long everything took, with what this build has added.
    var pace: Pace { state.withLock { $0.pace } }

    func observe(_ event: BuildEvent) {
        let line = state.withLock { $0.take(event, now: .now) }
        if style == .plain, let line { console.complain(line) }
    }

    /// Shows on a terminal that the report is being bound while `body` runs.
    func whileBinding<Result>(_ body: () throws -> Result) rethrows -> Result {
        state.withLock { $0.binding = .underWay }
        let start = ContinuousClock.now
        let result = try body()
        state.withLock { $0.finish(binding: (.now - start) / .seconds(1)) }
        return result
    }

    /// Shows progress while `body` runs.
    func during<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        guard style == .screen else { return try await body() }
        let ticker = Ticker(interval: 0.1) { [self] in draw() }
        defer {
            ticker.stop()
            draw()
        }
        return try await body()
    }

    private func draw() {
        let lines = state.withLock { $0.lines(now: .now, colour: console.hasColour) }
        drawnLines.withLock { drawn in
            let up = drawn > 0 ? "\u{1B}[\(drawn)A" : ""
            console.writeError(up + lines.map { "\r\u{1B}[2K\($0)\n" }.joined())
            drawn = lines.count
        }
    }
}
