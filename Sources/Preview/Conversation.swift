import Foundation

/// Answers the requests of one client, one after another, until either is done.
struct Conversation {
    let socket: ClientSocket
    let folder: ServedFolder
    let limits: PreviewLimits
    let port: UInt16
    let spectators: Spectators
    let service: (any VisitorService)?

    /// Answers until the client leaves, is late or says what can't be understood.
    func run() {
        do {
            for number in 1...limits.requests {
                var head = try RequestHead(socket.head(limit: limits.headBytes, within: limits.headSeconds))
                if number == limits.requests { head.endsConnection = true }
                guard try answer(head) else { break }
            }
        } catch ClientSocket.Trouble.tooLong {
            refuse("431 Request Header Fields Too Large")
        } catch ClientSocket.Trouble.late {
            refuse("408 Request Timeout")
        } catch is RequestHead.Malformed {
            refuse("400 Bad Request")
        } catch {
            return
        }
        socket.finish()
    }

    private var deadline: ContinuousClock.Instant { .now + .seconds(limits.responseSeconds) }

    /// A client that does not take its refusal has left.
    private func refuse(_ status: String) {
        _ = Result { try self.reply(status) }
    }

    private func reply(_ status: String, extra: [String] = []) throws {
        let text = Data((status + "\n").utf8)
        try socket.send(ResponseHead(status: status, length: text.count, extra: extra).bytes + text, deadline)
    }

    /// Whether the connection goes on after the answer to `head`.
    private func answer(_ head: RequestHead) throws -> Bool {
        guard isFromHere(head) else {
            try reply("403 Forbidden")
            return false
        }
        guard head.method == "GET" || head.method == "HEAD" else {
            try reply("405 Method Not Allowed", extra: ["Allow: GET, HEAD"])
            return false
        }
        guard !head.hasBody else {
            try reply("400 Bad Request")
            return false
        }
        if head.target == ReloadScript.socketPath {
            try talk(head)
            return false
        }
        if head.target == "/favicon.ico" {
            // Browsers ask for it unbidden; a report has none.
            try send(Data(), status: "204 No Content", ending: "ico", to: head)
        } else if head.target == ReloadScript.path {
            try send(Data(ReloadScript.source.utf8), ending: "js", to: head)
        } else if let (data, ending) = live(head.target) {
            try send(data, ending: ending, to: head)
        } else if let file = folder.file(at: head.target) {
            try send(file, to: head)
        } else if ServedFolder.namesPage(head.target) && !folder.isReport {
            let page = added(to: ReloadScript.waiting, spectators.version)
            try send(Data(page.utf8), status: "503 Service Unavailable", ending: "html", to: head)
        } else {
            try send(Data("404 Not Found\n".utf8), status: "404 Not Found", ending: "txt", to: head)
        }
        return head.keepsConnection
    }

    /// Whether the request comes from a page of this server, or was typed by the reader: a page of another site that
    /// reaches this address by a name of its own names itself in `Host` or `Origin`.
    private func isFromHere(_ head: RequestHead) -> Bool {
        let names = HostNames.all(at: port)
        guard let host = head.headers["host"], names.contains(host.lowercased()) else { return false }
        guard let origin = head.headers["origin"] else { return true }
        return names.map { "http://\($0)" }.contains(origin.lowercased())
    }

    private func added(to page: String, _ version: String) -> String {
        ReloadScript.added(to: page, version: version, token: service == nil ? nil : spectators.token)
    }

    /// What the service has at `target`.
    private func live(_ target: String) -> (data: Data, ending: String)? {
        guard let service, target.hasPrefix(LiveScript.folder),
            let path = ServedFolder.names(in: "/" + target.dropFirst(LiveScript.folder.count))
        else { return nil }
        return LiveScript.file(at: path) ?? service.file(at: path)
    }

    private func send(_ body: Data, status: String = "200 OK", ending: String, to head: RequestHead) throws {
        let response = ResponseHead(
            status: status, type: ResponseHead.type(ofEnding: ending), length: body.count,
            keepsConnection: head.keepsConnection)
        try socket.send(head.method == "HEAD" ? response.bytes : response.bytes + body, deadline)
    }

    /// Pages get the script that reloads them; other files go through as they are, a piece at a time.
    private func send(_ file: borrowing ServedFolder.File, to head: RequestHead) throws {
        if file.ending == "html" {
            // Before the page is read, so that it never is taken for a later one.
            let version = spectators.version
            let page = String(decoding: try read(file, all: file.size), as: UTF8.self)
            try send(Data(added(to: page, version).utf8), ending: "html", to: head)
            return
        }
        let response = ResponseHead(
            status: "200 OK", type: ResponseHead.type(ofEnding: file.ending), length: file.size,
            keepsConnection: head.keepsConnection)
        let end = deadline
        try socket.send(response.bytes, end)
        var left = head.method == "HEAD" ? 0 : file.size
        while left > 0 {
            let piece = try read(file, all: min(left, 1 << 16))
            try socket.send(piece, end)
            left -= piece.count
        }
    }

    /// The next `count` bytes of `file`; a file that was cut meanwhile ends the conversation.
    private func read(_ file: borrowing ServedFolder.File, all count: Int) throws -> Data {
        var data = Data(count: count)
        var done = 0
        while done < count {
            let got = data.withUnsafeMutableBytes {
                Glibc.read(file.descriptor, $0.baseAddress?.advanced(by: done), count - done)
            }
            guard got > 0 else { throw ClientSocket.Trouble.closed }
            done += got
        }
        return data
    }

    private func talk(_ head: RequestHead) throws {
        guard head.asksForWebSocket, let key = head.headers["sec-websocket-key"] else {
            try reply("426 Upgrade Required", extra: ["Upgrade: websocket"])
            return
        }
        let accepted = [
            "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Accept: \(WebSocket.answer(to: key))",
        ]
        try socket.send(ResponseHead(status: "101 Switching Protocols", extra: accepted).bytes, deadline)
        spectators.add(socket)
        let visitor = Visitor(socket, of: spectators)
        defer {
            spectators.remove(socket)
            service?.leave(visitor)
        }
        try WebSocket.listen(to: socket, limit: limits.messageBytes) { message in
            guard let service, LiveScript.bears(spectators.token, message) else { return }
            service.receive(Data(message), from: visitor)
        }
    }
}
