import Foundation

/// A running preview, and an open page that hears of changes as a browser does: by web socket, after which it asks for the
/// page.
final class PreviewBench {
    private let process = Process()
    private let port: UInt16
    private var listener: Int32 = -1

    init(_ bench: BuildBench) throws {
        process.executableURL = BuildBench.repository.appending(path: ".build/release/regbook-serve")
        process.arguments = ["serve", "--port", "0", "--root", bench.root.path(percentEncoded: false)]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var line = ""
        while !line.hasSuffix("\n"), let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty {
            line += String(decoding: byte, as: UTF8.self)
        }
        guard let found = line.firstMatch(of: /127\.0\.0\.1:(\d+)/), let port = UInt16(found.1) else {
            throw BuildBench.Failed(description: "'regbook serve' said: \(line)")
        }
        self.port = port
        listener = try connection()
        send(
            "GET /.preview/socket HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n", over: listener)
        _ = try received(from: listener)
    }

    /// Waits for news until the page at `path`, by default the front page, holds `text`.
    func wait(for text: String, at path: String = "/") throws {
        repeat { _ = try received(from: listener) } while !(try page(path)).contains(text)
    }

    func stop() {
        close(listener)
        process.terminate()
        process.waitUntilExit()
    }

    private func page(_ path: String) throws -> String {
        let connection = try connection()
        defer { close(connection) }
        send("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n", over: connection)
        var page: [UInt8] = []
        while let piece = try? received(from: connection) { page += piece }
        return String(decoding: page, as: UTF8.self)
    }

    private func connection() throws -> Int32 {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(connection, $0, size) }
        }
        guard result == 0 else { throw BuildBench.Failed(description: "nobody listens at port \(port)") }
        return connection
    }

    private func send(_ text: String, over connection: Int32) {
        let bytes = Array(text.utf8)
        _ = Glibc.send(connection, bytes, bytes.count, 0)
    }

    private func received(from connection: Int32) throws -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = recv(connection, &buffer, buffer.count, 0)
        guard count > 0 else { throw BuildBench.Failed(description: "the preview ended the connection") }
        return Array(buffer[..<count])
    }
}
