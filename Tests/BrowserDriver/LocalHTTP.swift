import Foundation
import Glibc

/// Asks a server of this machine, one request a connection.
struct LocalHTTP {
    let port: UInt16

    /// Nobody listens, or nobody answered.
    struct Unreachable: Error {}

    /// The body of the answer to a request with a body of JSON.
    func send(_ method: String, _ path: String, _ body: Data) throws -> Data {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard connection >= 0 else { throw Unreachable() }
        defer { Glibc.close(connection) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(connection, $0, size) }
        }
        guard result == 0 else { throw Unreachable() }
        let head = """
            \(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Type: application/json\r\n\
            Content-Length: \(body.count)\r\nConnection: close\r\n\r\n
            """
        var rest = Array(head.utf8) + Array(body)
        while !rest.isEmpty {
            let count = Glibc.send(connection, rest, rest.count, 0)
            guard count > 0 else { throw Unreachable() }
            rest.removeFirst(count)
        }
        return try answer(from: connection)
    }

    private func answer(from connection: Int32) throws -> Data {
        var received = Data()
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            if let end = received.firstRange(of: Data("\r\n\r\n".utf8)) {
                let head = String(decoding: received[..<end.lowerBound], as: UTF8.self)
                let length = head.lowercased().firstMatch(of: /content-length: *(\d+)/).flatMap { Int($0.1) } ?? 0
                if received.count >= end.upperBound + length { return received[end.upperBound...] }
            }
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { throw Unreachable() }
            received.append(contentsOf: buffer[..<count])
        }
    }
}
