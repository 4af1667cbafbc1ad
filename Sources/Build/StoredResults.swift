import Foundation

/// A study's results with what its measurement took and ran on, as one stored entry: a line of seconds and the kernel of the
/// matrix products, then JSON.
struct StoredResults {
    let seconds: Double
    /// The OpenBLAS kernel that computed them, for which alone last bits are promised, who chose it, and the processor.
    let kernel: String
    let json: Data

    init(seconds: Double, kernel: String, json: Data) {
        self.seconds = seconds
        self.kernel = kernel
        self.json = json
    }

    /// Nil when `entry` has another form.
    init?(_ entry: Data) {
        guard let end = entry.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let fields = String(decoding: entry.prefix(upTo: end), as: UTF8.self).split(separator: " ", maxSplits: 1)
        guard fields.count == 2, let seconds = Double(fields[0]) else { return nil }
        self.seconds = seconds
        kernel = String(fields[1])
        json = Data(entry.suffix(from: end + 1))
    }

    var encoded: Data { Data("\(seconds) \(kernel)\n".utf8) + json }
}
