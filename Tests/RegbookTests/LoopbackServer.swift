import Foundation
import Synchronization

/// A web server on this machine's loopback for one test: it answers each GET as its closure says and notes what was asked.
final class LoopbackServer: Sendable {
    /// One answer.
    struct Answer {
        var status = "200 OK"
        var body = Data()
        /// Whether `Range` is heeded.
        var ranges = true
        /// After how many bytes of the body the connection is cut; nil for none.
        var cut: Int?
        /// Whether the body's length is not told.
        var isEndless = false

        static let notFound = Answer(status: "404 Not Found", ranges: false)
    }

    /// What was asked: the path, and where the range begins.
    struct Request: Equatable {
        let path: String
        let offset: Int?
    }

    let port: UInt16
    private let socket: Int32
    private let seen = Mutex<[Request]>([])

    /// What was asked so far, in order.
    var requests: [Request] { seen.withLock { $0 } }
    var address: String { "http://127.0.0.1:\(port)" }

    init(_ answer: @escaping @Sendable (Request) -> Answer) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = socket
        let isBound = withUnsafeMutablePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && listen(descriptor, 8) == 0
                    && getsockname(descriptor, address, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        port = UInt16(bigEndian: place.sin_port)
        Thread { [self] in
            while case let client = accept(descriptor, nil, nil), client >= 0 {
                serve(client, answer)
                close(client)
            }
            // Closed here alone: its number may at once be that of another server's socket.
            close(descriptor)
        }.start()
    }

    /// Ends the server.
    func stop() { shutdown(socket, Int32(SHUT_RDWR)) }

    private func serve(_ client: Int32, _ answer: (Request) -> Answer) {
        var head = Data()
        var byte: UInt8 = 0
        while !head.suffix(4).elementsEqual(Array("\r\n\r\n".utf8)), recv(client, &byte, 1, 0) == 1 {
            head.append(byte)
        }
        let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n")
        guard let path = lines.first?.split(separator: " ").dropFirst().first else { return }
        let range = lines.first { $0.lowercased().hasPrefix("range: bytes=") }
        let request = Request(path: String(path), offset: range.flatMap { Int($0.dropFirst(13).dropLast()) })
        seen.withLock { $0.append(request) }
        var answer = answer(request)
        var fields = ""
        let whole = answer.body.count
        if answer.ranges, let offset = request.offset {
            guard offset < whole else {
                return send("HTTP/1.1 416 Range Not Satisfiable\r\nContent-Length: 0\r\n\r\n", Data(), client)
            }
            answer.status = "206 Partial Content"
            fields = "Content-Range: bytes \(offset)-\(whole - 1)/\(whole)\r\n"
            answer.body = answer.body.dropFirst(offset)
        }
        let length = answer.isEndless ? "" : "Content-Length: \(answer.body.count)\r\n"
        send(
            "HTTP/1.1 \(answer.status)\r\n\(fields)\(length)Connection: close\r\n\r\n",
            answer.cut.map { answer.body.prefix($0) } ?? answer.body, client)
    }

    private func send(_ head: String, _ body: Data, _ client: Int32) {
        let bytes = [UInt8](Data(head.utf8) + body)
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(client, $0.baseAddress?.advanced(by: done), bytes.count - done, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            done += count
        }
    }
}
