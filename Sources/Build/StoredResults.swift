import Foundation

/// A section's results with the time its experiment took, as one stored entry: a line of seconds, then JSON.
struct StoredResults {
    let seconds: Double
    let json: Data

    init(seconds: Double, json: Data) {
        self.seconds = seconds
        self.json = json
    }

    /// Nil when `entry` has another form.
    init?(_ entry: Data) {
        guard let end = entry.firstIndex(of: UInt8(ascii: "\n")),
            let seconds = Double(String(decoding: entry.prefix(upTo: end), as: UTF8.self))
        else { return nil }
        self.seconds = seconds
        json = Data(entry.suffix(from: end + 1))
    }

    var encoded: Data { Data("\(seconds)\n".utf8) + json }
}
