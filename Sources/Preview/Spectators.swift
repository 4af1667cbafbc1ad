import CLinux
import Foundation
import Synchronization

/// The open pages that hear of changes. What happened last is told to newcomers, so that none misses it.
final class Spectators: Sendable {
    private let state = Mutex<(sockets: [ClientSocket], last: String?)>(([], nil))
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Adds the page behind `socket`; the oldest leaves when there are too many.
    func add(_ socket: ClientSocket) {
        state.withLock { state in
            if state.sockets.count >= limit { Self.dismiss(state.sockets.removeFirst()) }
            state.sockets.append(socket)
            if let last = state.last { Self.send(last, to: socket) }
        }
    }

    func remove(_ socket: ClientSocket) {
        state.withLock { $0.sockets.removeAll { $0 === socket } }
    }

    /// Sends `message` to everyone; newcomers get it too when it `stays`.
    func tell(_ message: String, stays: Bool) {
        state.withLock { state in
            state.last = stays ? message : nil
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

    private static func dismiss(_ socket: ClientSocket) { shutdown(socket.descriptor, Int32(SHUT_RDWR)) }
}
