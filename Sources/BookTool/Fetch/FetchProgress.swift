import Foundation
import Synchronization

/// Shows how a download goes on: a line that redraws itself on a terminal, elsewhere one every ten seconds.
final class FetchProgress: Sendable {
    private let console: Console
    private let quiet: Bool

    init(console: Console, quiet: Bool) {
        self.console = console
        self.quiet = quiet
    }

    /// How far a file is.
    private struct State {
        var size = 0
        let start = ContinuousClock.now
        var change = ContinuousClock.now
        var told = ContinuousClock.now

        mutating func note(_ size: Int, now: ContinuousClock.Instant) {
            if size != self.size { change = now }
            self.size = size
        }

        func text(_ name: String, _ address: String, now: ContinuousClock.Instant) -> String {
            let waited = Int((now - change) / .seconds(1))
            let news = waited < 2 ? "" : ", nothing for \(waited) s; given up after \(Curl.patience)"
            return "\(name)  \(ByteCount(size)) from \(address)\(news)"
        }
    }

    /// Shows how the file at `path` grows while `body` runs.
    func during<Result>(_ name: String, from address: String, at path: String, _ body: () throws -> Result) rethrows
        -> Result
    {
        guard !quiet else { return try body() }
        let state = Mutex(State())
        let ticker = Ticker(interval: 0.2) { [console] in
            var status = stat()
            let size = stat(path, &status) == 0 ? Int(status.st_size) : 0
            let now = ContinuousClock.now
            let text = state.withLock { state -> String? in
                state.note(size, now: now)
                guard console.screen != nil || now - state.told >= .seconds(10) else { return nil }
                state.told = now
                return state.text(name, address, now: now)
            }
            guard let text else { return }
            if let screen = console.screen { screen.draw { _ in ["  " + text] } } else { console.complain(text) }
        }
        defer {
            ticker.stop()
            console.screen?.draw { _ in [] }
            console.screen?.close()
        }
        return try body()
    }

    /// Says that another process fetches the same file.
    func waits(for name: String) {
        if !quiet { console.complain("\(name): another fetch has it; waiting for that") }
    }
}
