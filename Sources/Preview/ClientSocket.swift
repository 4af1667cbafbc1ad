import CLinux
import Foundation

/// The connection to one client; every wait on it ends at a deadline.
final class ClientSocket: @unchecked Sendable {
    let descriptor: Int32
    /// What came after the head that was read last. Only the connection's own thread touches it.
    private var pending: [UInt8] = []

    enum Trouble: Error { case closed, late, tooLong }

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        var on: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    /// Bytes up to and without the next empty line.
    func head(limit: Int, within seconds: Double) throws(Trouble) -> [UInt8] {
        let deadline = ContinuousClock.now + .seconds(seconds)
        let end = Array("\r\n\r\n".utf8)
        var searched = 0
        while true {
            if let found = pending[max(0, searched - 3)...].firstRange(of: end) {
                let head = Array(pending[..<found.lowerBound])
                pending.removeSubrange(..<found.upperBound)
                return head
            }
            guard pending.count < limit else { throw .tooLong }
            searched = pending.count
            pending += try some(atMost: limit - pending.count, deadline)
        }
    }

    /// Exactly `count` bytes.
    func bytes(_ count: Int, within seconds: Double) throws(Trouble) -> [UInt8] {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while pending.count < count { pending += try some(atMost: count - pending.count, deadline) }
        let bytes = Array(pending.prefix(count))
        pending.removeFirst(count)
        return bytes
    }

    /// Sends all of `data`.
    func send(_ data: some ContiguousBytes, _ deadline: ContinuousClock.Instant) throws(Trouble) {
        var done = 0
        while true {
            let (count, code, total) = data.withUnsafeBytes { bytes in
                let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
                let count = Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
                return (count, errno, bytes.count)
            }
            if count >= 0 {
                done += count
                if done == total { return }
            } else if code == EAGAIN {
                try wait(for: POLLOUT, deadline)
            } else if code != EINTR {
                throw .closed
            }
        }
    }

    /// Ends the connection so that the client still gets what was sent to it.
    func finish() {
        shutdown(descriptor, Int32(SHUT_WR))
        let deadline = ContinuousClock.now + .seconds(1)
        var left = 1 << 20
        while left > 0, let bytes = try? some(atMost: 1 << 16, deadline) { left -= bytes.count }
    }

    deinit { close(descriptor) }

    private func some(atMost count: Int, _ deadline: ContinuousClock.Instant) throws(Trouble) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: min(count, 1 << 14))
        while true {
            let got = recv(descriptor, &buffer, buffer.count, 0)
            if got > 0 { return Array(buffer[..<got]) }
            if got == 0 { throw .closed }
            switch errno {
            case EAGAIN: try wait(for: POLLIN, deadline)
            case EINTR: continue
            default: throw .closed
            }
        }
    }

    private func wait(for event: Int32, _ deadline: ContinuousClock.Instant) throws(Trouble) {
        let left = (deadline - .now) / .milliseconds(1)
        guard left > 0 else { throw .late }
        var poll = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        if Glibc.poll(&poll, 1, Int32(min(left, 1e9).rounded(.up))) == 0 { throw .late }
    }
}
