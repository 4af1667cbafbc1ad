import Foundation

/// A connection to a server of this machine over which any bytes can be sent.
final class RawClient {
    private let descriptor: Int32

    struct Refused: Error { let code: Int32 }

    /// - Parameter receiveBuffer: bytes that the system takes in for a client that does not read; nil for its default.
    init(_ port: UInt16, receiveBuffer: Int32? = nil) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        if var size = receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }
        // Far beyond what any answer takes: a server that hangs fails the test rather than holding it up for ever.
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        guard result == 0 else { throw Refused(code: errno) }
    }

    deinit { close(descriptor) }

    /// Sends `text`; whether the server took all of it.
    @discardableResult func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    @discardableResult func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Up to `count` bytes; none when the server has ended the connection, nil when it does nothing.
    func receive(_ count: Int = 65536) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: count)
        let got = recv(descriptor, &buffer, count, 0)
        if got < 0 { return errno == EAGAIN ? nil : [] }
        return Array(buffer[..<got])
    }

    /// Everything until the server ends the connection; nil when it doesn't.
    func rest() -> [UInt8]? {
        var all: [UInt8] = []
        while let bytes = receive() {
            if bytes.isEmpty { return all }
            all += bytes
        }
        return nil
    }

    /// The bytes up to and with the next empty line.
    func head() -> String {
        var all: [UInt8] = []
        while !all.suffix(4).elementsEqual("\r\n\r\n".utf8), let bytes = receive(1), !bytes.isEmpty { all += bytes }
        return String(decoding: all, as: UTF8.self)
    }
}
