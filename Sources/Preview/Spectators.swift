import CLinux
import Foundation
import Synchronization

/// The open pages that hear of changes. Each says which version it shows, so that it is loaded anew only for another.
final class Spectators: Sendable {
    private struct State {
        var sockets: [ClientSocket] = []
        /// What is wrong, as it is told; nil when nothing is.
        var failure: String?
        var changes = 0
    }

    private let state = Mutex(State())
    private let limit: Int
    /// Tells the versions of this server from those of one that was at its port before.
    private let start = String(UInt64.random(in: .min ... .max), radix: 36)

    /// What a page must know to be heard.
    let token =
        String(UInt64.random(in: .min ... .max), radix: 36) + String(UInt64.random(in: .min ... .max), radix: 36)

    init(limit: Int) { self.limit = limit }

    /// What a page shows that is sent now.
    var version: String { state.withLock { version($0) } }

    private func version(_ state: State) -> String { "\(start)-\(state.changes)" }

    private func greeting(_ state: State) -> String { #"{"state":"current","version":"\#(version(state))"}"# }

    /// Adds the page behind `socket`; the oldest leaves when there are too many.
    func add(_ socket: ClientSocket) {
        state.withLock { state in
            if state.sockets.count >= limit { Self.excuse(state.sockets.removeFirst()) }
            state.sockets.append(socket)
            Self.send(greeting(state), to: socket)
            if let failure = state.failure { Self.send(failure, to: socket) }
        }
    }

    func remove(_ socket: ClientSocket) {
        state.withLock { $0.sockets.removeAll { $0 === socket } }
    }

    /// Tells one page something.
    func tell(_ message: String, _ socket: ClientSocket) {
        state.withLock { state in
            guard state.sockets.contains(where: { $0 === socket }) else { return }
            Self.send(message, to: socket)
        }
    }

    /// Tells everyone that there is another version.
    func tellChanged() {
        state.withLock { state in
            state.failure = nil
            state.changes += 1
            for socket in state.sockets { Self.send(greeting(state), to: socket) }
        }
    }

    /// Tells everyone, and newcomers until the next change, what is wrong.
    func tellFailed(_ message: String) {
        state.withLock { state in
            state.failure = message
            for socket in state.sockets { Self.send(message, to: socket) }
        }
    }

    func dismissAll() {
        state.withLock { $0.sockets.forEach(Self.dismiss) }
    }

    /// A page that does not even take a short message is not waited for.
    private static func send(_ message: String, to socket: ClientSocket) {
        do {
            try socket.send(WebSocket.frame(text: message), .now)
        } catch {
            dismiss(socket)
        }
    }

    /// Asks the page behind `socket` to come back only when somebody looks at it.
    private static func excuse(_ socket: ClientSocket) {
        _ = Result { try socket.send(WebSocket.closing(code: WebSocket.tooMany), .now) }
        dismiss(socket)
    }

    private static func dismiss(_ socket: ClientSocket) { shutdown(socket.descriptor, Int32(SHUT_RDWR)) }
}
