import Foundation

/// What is sent before a body.
struct ResponseHead {
    let status: String
    var type = "text/plain; charset=utf-8"
    var length = 0
    var extra: [String] = []
    var keepsConnection = false

    /// The head as it goes over the wire.
    var bytes: Data {
        var lines = ["HTTP/1.1 \(status)"]
        if status.hasPrefix("101") {
            lines += extra
        } else {
            lines += [
                "Content-Type: \(type)", "Content-Length: \(length)", "Cache-Control: no-store",
                "X-Content-Type-Options: nosniff", "Cross-Origin-Resource-Policy: same-origin",
                "X-Frame-Options: SAMEORIGIN", "Connection: \(keepsConnection ? "keep-alive" : "close")",
            ]
            lines += extra
        }
        return Data((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }

    /// What a browser takes a file to be by its ending.
    static func type(ofEnding ending: String) -> String {
        switch ending {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "json": "application/json"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "pdf": "application/pdf"
        case "csv": "text/csv; charset=utf-8"
        case "woff": "font/woff"
        case "woff2": "font/woff2"
        case "epub": "application/epub+zip"
        case "tex", "bib", "txt": "text/plain; charset=utf-8"
        default: "application/octet-stream"
        }
    }
}
