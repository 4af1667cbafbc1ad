/// The line and the headers of a request.
struct RequestHead: Equatable {
    let method: String
    /// As it was sent: "/figures/a.svg?x".
    let target: String
    /// By lower-case name; a name that comes twice makes the request malformed.
    let headers: [String: String]
    let isHTTP11: Bool
    /// Whether it is the last that is answered on its connection.
    var endsConnection = false

    /// What is wrong with a request that can't be read.
    enum Malformed: Error { case request }

    /// Reads a head without the empty line that ends it.
    init(_ bytes: some Collection<UInt8>) throws(Malformed) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .request }
        var lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)[...]
        let line = (lines.popFirst() ?? "").split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard line.count == 3, !line[0].isEmpty, line[2] == "HTTP/1.1" || line[2] == "HTTP/1.0" else { throw .request }
        (method, target, isHTTP11) = (line[0], line[1], line[2] == "HTTP/1.1")
        var headers: [String: String] = [:]
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { throw .request }
            let name = line[..<colon]
            let isName = !name.isEmpty && name.utf8.allSatisfy { $0 > 32 && $0 < 127 }
            let value = line[line.index(after: colon)...].trimmingSpace
            guard isName, !value.utf8.contains(where: { $0 < 32 && $0 != 9 }),
                headers.updateValue(value, forKey: name.lowercased()) == nil
            else { throw .request }
        }
        self.headers = headers
    }

    /// Whether a body follows, which no request for a page has.
    var hasBody: Bool { headers["transfer-encoding"] != nil || headers["content-length", default: "0"] != "0" }

    /// Whether another request may follow on the same connection.
    var keepsConnection: Bool { isHTTP11 && !endsConnection && !tokens("connection").contains("close") }

    /// Whether the client asks for a web socket that this server can speak.
    var asksForWebSocket: Bool {
        tokens("connection").contains("upgrade") && tokens("upgrade").contains("websocket")
            && headers["sec-websocket-version"] == "13"
    }

    private func tokens(_ name: String) -> [String] {
        headers[name, default: ""].lowercased().split(separator: ",").map(\.trimmingSpace)
    }
}

extension Substring {
    fileprivate var trimmingSpace: String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let start = drop(while: isSpace)
        return String(start[..<(start.lastIndex { !isSpace($0) }.map(start.index(after:)) ?? start.startIndex)])
    }
}
