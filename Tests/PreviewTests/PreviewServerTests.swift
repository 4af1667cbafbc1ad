import Foundation
import Preview
import Testing

/// The preview sends the files of its folder, and its pages listen for changes.
struct PreviewServerTests {
    private let served: ServedReport

    init() throws { served = try ServedReport() }

    @Test func sendsTheFilesOfTheFolder() throws {
        let figure = try served.answer(to: "/figures/a.svg")
        #expect(figure.hasPrefix("HTTP/1.1 200 OK\r\nContent-Type: image/svg+xml\r\nContent-Length: 6\r\n"))
        #expect(figure.hasSuffix("\r\n\r\n<svg/>"))
        #expect(try served.answer(to: "/%66igures/a.svg?x=1").hasSuffix("<svg/>"))
        #expect(try served.answer(to: "/figures/b.svg").hasPrefix("HTTP/1.1 404 "))
        #expect(try served.answer(to: "/figures").hasPrefix("HTTP/1.1 404 "))
        #expect(try served.answer(to: "/figures/a.svg", method: "HEAD").hasSuffix("\r\n\r\n"))
        #expect(try served.answer(to: "/", method: "POST").hasPrefix("HTTP/1.1 405 "))
    }

    @Test func pagesGetTheScriptOnlyWhileServed() throws {
        let page = try served.answer(to: "/")
        #expect(page.contains("<title>Page</title><script src=\"/.preview/reload.js\" data-version=\""))
        #expect(page.hasSuffix("\"></script>\n</head><body>Text</body></html>"))
        #expect(try served.answer(to: "/.preview/reload.js").contains("Content-Type: text/javascript"))
        #expect(
            try String(contentsOf: served.report.appending(path: "index.html"), encoding: .utf8) == ServedReport.page)
    }

    @Test func answersOneRequestAfterAnother() throws {
        let client = try RawClient(served.server.port)
        let request = "GET /figures/a.svg HTTP/1.1\r\nHost: localhost:\(served.server.port)\r\n"
        client.send("\(request)\r\n\(request)\r\n\(request)Connection: close\r\n\r\n")
        let answers = String(decoding: client.rest() ?? [], as: UTF8.self)
        #expect(answers.components(separatedBy: "<svg/>").count == 4)
    }

    @Test func openPagesHearOfChanges() throws {
        let (client, head, greeting) = try served.webSocket(origin: "http://localhost:\(served.server.port)")
        #expect(head.hasPrefix("HTTP/1.1 101 Switching Protocols\r\n"))
        #expect(head.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"))
        ping(client)
        served.server.tellChanged()
        let changed = String(decoding: (client.receive() ?? []).dropFirst(2), as: UTF8.self)
        #expect(changed.hasPrefix(#"{"state":"current","version":""#) && changed != greeting)
        try served.server.tellFailed("a \"<b>\"\n")
        let message = #"{"state":"failed","text":"a \"<b>\"\n"}"#
        let heard = String(decoding: (client.receive() ?? []).dropFirst(2), as: UTF8.self)
        #expect(heard == message || heard == #"{"text":"a \"<b>\"\n","state":"failed"}"#)
        let (late, _, _) = try served.webSocket()
        #expect(late.receive()?.count == heard.utf8.count + 2, "newcomers hear what is wrong")
        served.server.tellChanged()
        let (later, _, _) = try served.webSocket()
        ping(later)
    }

    /// An answered ping shows that the server has added the page to those that listen.
    private func ping(_ client: RawClient) {
        client.send([0x89, 0x81, 1, 2, 3, 4, 7 ^ 1])
        #expect(client.receive() == [0x8A, 1, 7])
    }

    @Test func aClosedSocketIsClosed() throws {
        let (client, _, _) = try served.webSocket()
        client.send([0x88, 0x80, 0, 0, 0, 0])
        #expect(client.rest() == [0x88, 0])
    }

    @Test func aStoppedServerTakesNobodysVisitors() throws {
        for _ in 0..<50 {
            let old = try ServedReport()
            let visitor = try RawClient(old.server.port)
            old.server.stop()
            let new = try ServedReport()
            #expect(try new.answer(to: "/index.html").contains("Text"))
            withExtendedLifetime(visitor) {}
        }
    }

    /// Each page keeps its connection, so that none comes back to be loaded anew.
    @Test func manyPagesListenAtOnce() throws {
        let pages = try (0..<100).map { _ in
            let page = try served.webSocket().client
            ping(page)
            return page
        }
        for _ in 0..<2 {
            served.server.tellChanged()
            for page in pages { #expect(page.receive()?.first == 0x81) }
        }
        for page in pages { ping(page) }
    }

    @Test func theOldestOfTooManyPagesLeaves() throws {
        let small = try ServedReport { $0.spectators = 2 }
        let pages = try (0..<3).map { _ in
            let page = try small.webSocket().client
            ping(page)
            return page
        }
        #expect(pages[0].rest() == [0x88, 2, 4001 >> 8, 4001 & 0xFF], "and is told not to come back at once")
        small.server.tellChanged()
        #expect(pages[2].receive()?.first == 0x81)
    }

    @Test func aTakenPortIsNamed() throws {
        let error = #expect(throws: PreviewError.self) {
            try PreviewServer(folder: served.report.path, port: served.server.port)
        }
        #expect(
            error?.description == "The port \(served.server.port) is in use. Name another with --port, "
                + "or take any free one with --port 0.")
    }

    /// A page that comes back is loaded anew only for another version than it shows.
    @Test func aPageKnowsItsVersion() throws {
        let page = try served.answer(to: "/")
        let (_, _, greeting) = try served.webSocket()
        let version = try #require(page.firstMatch(of: /data-version="([^"]+)"/)).1
        #expect(greeting == #"{"state":"current","version":"\#(version)"}"#)
        served.server.tellChanged()
        #expect(try !served.answer(to: "/").contains("\"\(version)\""))
    }

    @Test func withoutAReportAPageWaitsForIt() throws {
        try FileManager.default.removeItem(at: served.report)
        for target in ["/", "/index.html", "/bagging.html"] {
            let answer = try served.answer(to: target)
            #expect(answer.hasPrefix("HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html"))
            #expect(answer.contains("The report is being built.") && answer.contains("/.preview/reload.js"))
        }
        #expect(try served.answer(to: "/figures/a.svg").hasPrefix("HTTP/1.1 404 "))
        try served.write(ServedReport.page, to: "report/index.html")
        #expect(try served.answer(to: "/").hasPrefix("HTTP/1.1 200 "))
        #expect(try served.answer(to: "/bagging.html").hasPrefix("HTTP/1.1 404 "))
    }

    @Test func anotherFolderIsServed() throws {
        try served.write(ServedReport.page.replacing("Text", with: "Other"), to: "other/index.html")
        served.server.serve(served.folder.appending(path: "other").path)
        #expect(try served.answer(to: "/").contains("Other"))
    }

    @Test func theLastAnswerOfAConnectionSaysSo() throws {
        let small = try ServedReport { $0.requests = 3 }
        let client = try RawClient(small.server.port)
        let request = "GET /figures/a.svg HTTP/1.1\r\nHost: localhost:\(small.server.port)\r\n\r\n"
        client.send(String(repeating: request, count: 5))
        let answers = String(decoding: client.rest() ?? [], as: UTF8.self)
        #expect(answers.components(separatedBy: "Connection: keep-alive").count == 3)
        #expect(answers.components(separatedBy: "Connection: close").count == 2)
    }

    @Test func browsersLeaveOutTheUsualPort() {
        #expect(HostNames.all(at: 80) == ["127.0.0.1", "127.0.0.1:80", "localhost", "localhost:80"])
        #expect(HostNames.all(at: 4000) == ["127.0.0.1:4000", "localhost:4000"])
    }
}
