import Foundation
import Preview
import Synchronization
import Testing

/// Only pages of this server are heard, and only with their token.
struct VisitorTests {
    /// Keeps what it hears.
    private final class Ear: VisitorService {
        private let state = Mutex((heard: [String](), gone: 0))
        var heard: [String] { state.withLock { $0.heard } }
        var gone: Int { state.withLock { $0.gone } }

        func receive(_ message: Data, from visitor: Visitor) {
            state.withLock { $0.heard.append(String(decoding: message, as: UTF8.self)) }
            visitor.tell(#"{"state":"answer"}"#)
        }
        func leave(_ visitor: Visitor) { state.withLock { $0.gone += 1 } }
        func file(at path: [String]) -> (data: Data, ending: String)? {
            path == ["pages", "a.html"] ? (Data("page".utf8), "html") : nil
        }
    }

    private let ear = Ear()
    private let served: ServedReport

    init() throws { served = try ServedReport(service: ear) }

    /// A client's frame: text, masked by nothing.
    private func frame(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        let length: [UInt8] =
            bytes.count < 126
            ? [0x80 | UInt8(bytes.count)] : [0xFE, UInt8(bytes.count >> 8), UInt8(bytes.count & 0xFF)]
        return [0x81] + length + [0, 0, 0, 0] + bytes
    }

    private func token() throws -> String {
        let page = try served.answer(to: "/")
        return String(try #require(page.firstMatch(of: /data-token="(\w+)"/)).1)
    }

    @Test func aMessageWithTheTokenIsAnswered() throws {
        let (client, _, _) = try served.webSocket(origin: "http://localhost:\(served.server.port)")
        let long = String(repeating: "x", count: 1000)
        let message = #"{"token":"\#(try token())","text":"\#(long)"}"#
        client.send(frame(message))
        let answer = String(decoding: (client.receive() ?? []).dropFirst(2), as: UTF8.self)
        #expect(answer == #"{"state":"answer"}"#)
        #expect(ear.heard == [message])
        client.send([0x88, 0x80, 0, 0, 0, 0])
        #expect(client.rest() != nil)
        #expect(ear.gone == 1)
    }

    @Test(arguments: [
        #"{"token":"","ask":"run"}"#, #"{"ask":"run"}"#, "nonsense", #"{"token":7}"#, "[]", "",
    ])
    func withoutTheTokenNothingIsHeard(message: String) throws {
        let (client, _, _) = try served.webSocket()
        client.send(frame(message))
        // The answer to a ping shows that the message before it was read.
        client.send([0x89, 0x81, 0, 0, 0, 0, 7])
        #expect(client.receive(3) == [0x8A, 1, 7])
        #expect(ear.heard.isEmpty)
    }

    @Test func foreignPagesReachNothing() throws {
        let evil = ["Origin: http://evil.example"]
        #expect(try served.webSocket(origin: "http://evil.example").head.hasPrefix("HTTP/1.1 403 "))
        for path in ["pages/a.html", "live.js"] {
            #expect(try served.answer(to: "/.preview/live/\(path)").hasPrefix("HTTP/1.1 200 "))
            #expect(try served.answer(to: "/.preview/live/\(path)", headers: evil).hasPrefix("HTTP/1.1 403 "))
            #expect(try served.answer(to: "/.preview/live/\(path)", host: "evil.example").hasPrefix("HTTP/1.1 403 "))
        }
        #expect(try served.answer(to: "/.preview/live/pages/../../secret.txt").hasPrefix("HTTP/1.1 404 "))
    }

    /// Too long, in pieces, or without a mask: the connection ends.
    @Test func messagesThatNoPageSendsEndTheConnection() throws {
        let bytes = Array(repeating: UInt8(0), count: 4)
        for start: [UInt8] in [[0x81, 0xFE, 0x40, 0x01] + bytes, [0x01, 0x81] + bytes, [0x81, 0x01, 7]] {
            let (client, _, _) = try served.webSocket()
            client.send(start)
            #expect(client.rest() != nil)
        }
        #expect(ear.heard.isEmpty)
    }
}
