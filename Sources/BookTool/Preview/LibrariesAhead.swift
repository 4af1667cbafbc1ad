import Dispatch
import Report
import Synchronization

/// Compiles the libraries of sections one after the other before anybody edits them, so that the first edit of a section waits
/// no longer than the next one.
final class LibrariesAhead: Sendable {
    private struct State {
        var waiting: [SectionLibrary]
        var stop: ChildProcess.Stop?
        var isPaused = true
    }

    private let state: Mutex<State>
    private let queue = DispatchQueue(label: "libraries ahead", qos: .background)
    private let tell: @Sendable (SectionLibrary) -> Void

    /// - Parameter tell: hears of each library that is compiled.
    init(_ libraries: [SectionLibrary], tell: @escaping @Sendable (SectionLibrary) -> Void) {
        state = Mutex(State(waiting: libraries))
        self.tell = tell
    }

    /// Goes on where it was stopped.
    func resume() {
        state.withLock { $0.isPaused = false }
        queue.async { self.work() }
    }

    /// Stops the compiler and waits until it has let go of its files.
    func pause() {
        state.withLock { state in
            state.isPaused = true
            state.stop?.ask()
        }
        queue.sync {}
    }

    private func work() {
        while let (library, stop) = next() {
            var isDone = true
            do {
                try library.compileAhead(stop: stop)
                tell(library)
            } catch {
                // What was stopped comes again; what does not compile is told when it is edited.
                isDone = state.withLock { !$0.isPaused }
            }
            state.withLock { state in
                state.stop = nil
                if isDone { state.waiting.removeFirst() }
            }
        }
    }

    private func next() -> (SectionLibrary, ChildProcess.Stop)? {
        state.withLock { state in
            guard !state.isPaused, let library = state.waiting.first else { return nil }
            let stop = ChildProcess.Stop()
            state.stop = stop
            return (library, stop)
        }
    }
}
