import Foundation
import Synchronization

/// Why not all that was written to a standard stream has arrived.
public enum StreamFailure: Error, Sendable, Equatable {
    /// Whoever read it has stopped to.
    case nobodyReads
    /// A write failed; `code` is its errno.
    case write(code: Int32)
}

/// One of the process's own streams. After a write has failed nothing more is written.
final class StandardStream: Sendable {
    private let descriptor: Int32
    private let state = Mutex<StreamFailure?>(nil)

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// The first failure, if any.
    var failure: StreamFailure? { state.withLock { $0 } }

    /// Writes all of `text`, however little of it the other end takes at once.
    func write(_ text: String) {
        state.withLock { failure in
            if failure == nil { failure = Self.write(Array(text.utf8), to: descriptor) }
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> StreamFailure? {
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                done += count
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                // Another process has made the pipe one that doesn't wait; so the wait is here.
                var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                if Glibc.poll(&poll, 1, -1) < 0 && errno != EINTR { return .write(code: errno) }
            case EPIPE: return .nobodyReads
            default: return .write(code: errno)
            }
        }
        return nil
    }

    /// Opens what the process was started without, so that no file of its own takes the place of a standard stream. Writes
    /// to them still fail.
    static func occupyMissing() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", O_RDONLY)
        }
    }
}
