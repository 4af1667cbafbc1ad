import Foundation
import Preview

/// A folder with a few files of a report, something secret beside it, and a server for it.
final class ServedReport: Sendable {
    let folder: URL
    let server: PreviewServer
    var report: URL { folder.appending(path: "report") }

    static let page = "<html><head><title>Page</title></head><body>Text</body></html>"

    init(service: (any VisitorService)? = nil, _ change: (inout PreviewLimits) -> Void = { _ in }) throws {
        var limits = PreviewLimits()
        change(&limits)
        folder = FileManager.default.temporaryDirectory.appending(
            path: "preview-tests-\(UUID().uuidString)", directoryHint: .isDirectory)
        server = try PreviewServer(
            folder: folder.appending(path: "report").path, port: 0, limits: limits,
            service: service)
        try write("SECRET", to: "secret.txt")
        try write(Self.page, to: "report/index.html")
        try write("<svg/>", to: "report/figures/a.svg")
        try write("SECRET", to: "report/.hidden")
        for (name, target) in [
            ("link.txt", "../secret.txt"), ("absolute.txt", "/etc/passwd"), ("up", ".."), ("whole", "/"),
            ("inner.html", "index.html"),
        ] {
            try FileManager.default.createSymbolicLink(
                atPath: report.appending(path: name).path, withDestinationPath: target)
        }
        mkfifo(report.appending(path: "pipe").path, 0o600)
        server.start()
    }

    deinit {
        server.stop()
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            print("left behind: \(folder.path)")
        }
    }

    func write(_ text: String, to path: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// All that the server answers to a request for `target` on a connection of its own.
    func answer(
        to target: String, method: String = "GET", host: String? = nil, headers: [String] = []
    ) throws -> String {
        let client = try RawClient(server.port)
        let lines = [
            "\(method) \(target) HTTP/1.1", "Host: \(host ?? "127.0.0.1:\(server.port)")", "Connection: close",
        ]
        client.send((lines + headers).joined(separator: "\r\n") + "\r\n\r\n")
        return client.rest().map { String(decoding: $0, as: UTF8.self) } ?? "no end"
    }

    /// A connection on which a web socket is open, and the version that the server says it serves.
    func webSocket(origin: String? = nil) throws -> (client: RawClient, head: String, greeting: String) {
        let client = try RawClient(server.port)
        client.send(
            "GET /.preview/socket HTTP/1.1\r\nHost: localhost:\(server.port)\r\nUpgrade: websocket\r\n"
                + "Connection: keep-alive, Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + (origin.map { "Origin: \($0)\r\n" } ?? "")
                + "\r\n")
        let head = client.head()
        guard head.hasPrefix("HTTP/1.1 101"), let start = client.receive(2), start.count == 2,
            let greeting = client.receive(Int(start[1]))
        else { return (client, head, "") }
        return (client, head, String(decoding: greeting, as: UTF8.self))
    }
}
