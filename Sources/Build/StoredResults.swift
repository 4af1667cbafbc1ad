import Foundation

/// A study's results with what its measurement took and ran on, as one stored entry: a line of times and the kernel of the
/// matrix products, then JSON. A time that lacks items begins with ">".
struct StoredResults {
    let time: StudyTime
    /// The OpenBLAS kernel that computed them, for which alone last bits are promised, who chose it, and the processor.
    let kernel: String
    let json: Data

    init(time: StudyTime, kernel: String, json: Data) {
        self.time = time
        self.kernel = kernel
        self.json = json
    }

    /// Nil when `entry` has another form.
    init?(_ entry: Data) {
        guard let end = entry.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let fields = String(decoding: entry.prefix(upTo: end), as: UTF8.self).split(separator: " ", maxSplits: 3)
        let lacksItems = fields.first?.first == ">"
        guard fields.count == 4, let seconds = Double(fields[0].dropFirst(lacksItems ? 1 : 0)),
            let work = Double(fields[1]), let waiting = Double(fields[2])
        else { return nil }
        time = StudyTime(seconds: seconds, work: work, waiting: waiting, lacksItems: lacksItems)
        kernel = String(fields[3])
        json = Data(entry.suffix(from: end + 1))
    }

    var encoded: Data {
        Data("\(time.lacksItems ? ">" : "")\(time.seconds) \(time.work) \(time.waiting) \(kernel)\n".utf8) + json
    }
}
