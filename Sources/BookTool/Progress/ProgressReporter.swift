import Build
import Foundation
import Synchronization

/// Shows how a build goes on: lines that redraw themselves on a terminal, plain lines elsewhere, nothing when quiet.
final class ProgressReporter: BuildObserver {
    private let console: Console
    private let style: Style
    private let state: Mutex<ProgressState>

    private enum Style { case silent, plain, screen }

    private init(console: Console, style: Style, state: ProgressState) {
        self.console = console
        self.style = style
        self.state = Mutex(state)
    }

    /// - Parameter isBound: whether a report is made of the sections.
    static func make(
        _ setup: ExperimentSetup, sections: [String], quiet: Bool, verbose: Bool, isBound: Bool = false
    ) throws -> ProgressReporter {
        let console = setup.tool.console
        return ProgressReporter(
            console: console, style: quiet ? .silent : console.screen == nil ? .plain : .screen,
            state: ProgressState(
                sections: sections, profile: setup.profile.rawValue, cores: setup.cores, verbose: verbose,
                isBound: isBound, pace: try Pace.kept(in: setup.store)))
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
        guard style == .screen, let screen = console.screen else { return try await body() }
        let ticker = Ticker(interval: 0.1) { [self] in draw(on: screen) }
        defer {
            ticker.stop()
            draw(on: screen)
            screen.close()
        }
        return try await body()
    }

    private func draw(on screen: TerminalScreen) {
        let (state, hasColour, now) = (state.withLock { $0 }, console.hasColour, ContinuousClock.now)
        screen.draw { ProgressLines(of: state, now: now, colour: hasColour, size: $0).lines }
    }
}
