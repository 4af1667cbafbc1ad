import Foundation
import Preview
import Testing

/// Whatever is asked of the preview, nothing outside its folder is sent, it stays up, and its memory stays bounded.
@Suite(.serialized)
struct HostileRequestTests {
    private let served: ServedReport

    init() throws { served = try ServedReport() }

    private func expectRefusal(_ target: String) throws {
        let answer = try served.answer(to: target)
        #expect(["HTTP/1.1 400 ", "HTTP/1.1 404 "].contains(String(answer.prefix(13))), "\(target): \(answer)")
        #expect(!answer.contains("SECRET") && !answer.contains("root:"), "\(target)")
    }

    @Test func noEncodingOfAPathLeadsOut() throws {
        let dots = [".", "%2e", "%2E", "%252e", "%c0%ae", "%ef%bc%8e", "．"]
        let slashes = ["/", "//", "%2f", "%252f", "\\", "%5c", "%c0%af", "%00/", ";/"]
        for first in dots {
            for second in dots {
                for slash in slashes {
                    let up = first + second + slash
                    for prefix in ["/", "/figures/\(first)\(second)/", "//", "/./", ""] {
                        try expectRefusal(prefix + up + "secret.txt")
                    }
                    try expectRefusal("/" + String(repeating: up, count: 12) + "etc/passwd")
                }
            }
        }
    }

    @Test(arguments: [
        "/link.txt", "/absolute.txt", "/up/secret.txt", "/whole/etc/passwd", "/inner.html", "/pipe", "/.hidden",
        "/%2ehidden", "//etc/passwd", "/%2fetc%2fpasswd", "file:///etc/passwd", "http://127.0.0.1/../secret.txt", "*",
        "/%", "/%g0", "/%2", "/index.html%00", "/index.html%0d%0aX:", "/index.html/", "/\u{FF}", "secret.txt",
    ])
    func nothingButPlainFilesIsSent(target: String) throws { try expectRefusal(target) }

    @Test(arguments: [
        ("evil.example", nil), ("evil.example:PORT", nil), ("127.0.0.1", nil), ("127.0.0.1:1", nil), ("", nil),
        ("127.0.0.1:PORT.evil.example", nil), ("localhost:PORT@evil.example", nil), ("[::1]:PORT", nil),
        ("127.0.0.1:PORT", "http://evil.example"), ("127.0.0.1:PORT", "null"), ("127.0.0.1:PORT", "http://127.0.0.1"),
        ("localhost:PORT", "https://localhost:PORT"), ("localhost:PORT", "http://localhost:PORT.evil.example"),
    ])
    func foreignPagesGetNothing(host: String, origin: String?) throws {
        func here(_ text: String) -> String { text.replacing("PORT", with: "\(served.server.port)") }
        let headers = origin.map { ["Origin: \(here($0))"] } ?? []
        for target in ["/", "/.preview/reload.js", "/.preview/socket", "/figures/a.svg"] {
            let answer = try served.answer(to: target, host: here(host), headers: headers)
            #expect(answer.hasPrefix("HTTP/1.1 403 "), "\(target): \(answer)")
        }
    }

    @Test func aForeignPageCannotListen() throws {
        #expect(try served.webSocket(origin: "http://evil.example").head.hasPrefix("HTTP/1.1 403 "))
    }

    @Test(arguments: [
        "nonsense\r\n\r\n", "GET /\r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", "GET / HTTP/2.0\r\n\r\n", "\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon\r\n\r\n", "GET / HTTP/1.1\r\n: x\r\n\r\n", "GET / HTTP/1.1\r\nA b: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil\r\n\r\n", "GET / HTTP/1.1\r\n\u{0}: x\r\n\r\n",
        "GET / HTTP/1.1\nHost: localhost\n\n\r\n\r\n",
    ])
    func malformedRequestsAreRefused(text: String) throws {
        let client = try RawClient(served.server.port)
        client.send(text)
        let answer = String(decoding: client.rest() ?? [], as: UTF8.self)
        #expect(answer.hasPrefix("HTTP/1.1 400 ") || answer.hasPrefix("HTTP/1.1 403 "), "\(answer)")
    }

    @Test func bodiesAreRefused() throws {
        for header in ["Content-Length: 5", "Transfer-Encoding: chunked", "Content-Length: 99999999999999999999"] {
            #expect(try served.answer(to: "/", headers: [header]).hasPrefix("HTTP/1.1 400 "))
        }
    }

    @Test(arguments: ["X: ", "X: y\r\n", ""])
    func hugeHeadersAreRefused(piece: String) throws {
        let before = Self.memory
        for _ in 0..<5 {
            let client = try RawClient(served.server.port)
            client.send("GET / HTTP/1.1\r\n")
            let junk = Array(String(repeating: piece.isEmpty ? "a" : piece, count: 100_000 / max(1, piece.count)).utf8)
            var sent = 0
            while sent < 20_000_000, client.send(junk) { sent += junk.count }
            #expect(sent < 20_000_000, "the server stops to listen")
        }
        #expect(Self.memory - before < 64 << 20)
        try expectService()
    }

    @Test func slowClientsAreNotWaitedFor() throws {
        let hasty = try ServedReport {
            $0.headSeconds = 0.3
            $0.connections = 16
        }
        let silent = try (0..<40).map { _ in try RawClient(hasty.server.port) }
        let dripping = try RawClient(hasty.server.port)
        while dripping.send("G") { usleep(20_000) }
        #expect(try hasty.answer(to: "/").hasPrefix("HTTP/1.1 200 "))
        for client in silent {
            #expect(String(decoding: client.rest() ?? [], as: UTF8.self).hasPrefix("HTTP/1.1 408 "))
        }
    }

    @Test func clientsThatDoNotReadCostNoMemory() throws {
        let hasty = try ServedReport {
            $0.responseSeconds = 0.5
            $0.connections = 50
        }
        try hasty.write(String(repeating: "0123456789abcdef", count: 1 << 21), to: "report/large.csv")
        let before = Self.memory
        let clients = try (0..<50).map { _ in
            let client = try RawClient(hasty.server.port, receiveBuffer: 4096)
            client.send("GET /large.csv HTTP/1.1\r\nHost: localhost:\(hasty.server.port)\r\n\r\n")
            return client
        }
        #expect(try hasty.answer(to: "/").hasPrefix("HTTP/1.1 200 "), "there is room once one of them is given up")
        #expect(Self.memory - before < 64 << 20)
        #expect(clients.count == 50)
    }

    @Test func longMessagesEndAWebSocket() throws {
        for frame: [UInt8] in [[0x81, 0xFE, 0xFF, 0xFF], [0x82, 0xFF] + Array(repeating: 0xFF, count: 8), [0x81, 5]] {
            let (client, head, _) = try served.webSocket()
            #expect(head.hasPrefix("HTTP/1.1 101 "))
            client.send(frame + Array(repeating: 0, count: 100_000))
            #expect(client.rest() != nil)
        }
        try expectService()
    }

    @Test func tenThousandRequestsAHundredAtOnce() async throws {
        try expectService()
        let before = (memory: Self.memory, files: try Self.openFiles)
        let served = served
        let answered = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    try await Self.onThread {
                        try (0..<100).filter { _ in
                            try served.answer(to: "/").hasSuffix("</head><body>Text</body></html>")
                        }.count
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(answered == 10_000)
        #expect(Self.memory - before.memory < 64 << 20)
        try expectService()
        #expect(try Self.openFiles < before.files + 500, "connections are closed")
    }

    private func expectService() throws {
        #expect(try served.answer(to: "/").hasPrefix("HTTP/1.1 200 "))
    }

    private static func onThread<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            Thread { continuation.resume(with: Result { try body() }) }.start()
        }
    }

    /// Bytes of memory that this process holds, server and clients together.
    private static var memory: Int {
        let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
        return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * 4096
    }

    private static var openFiles: Int {
        get throws { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
    }
}
