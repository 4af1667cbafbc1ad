import Foundation
import Testing

/// Compares a text with the one kept in `Snapshots`. A new one is written down and fails once.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(name)")
    let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
    guard !isRecording, let data = FileManager.default.contents(atPath: file.path) else {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        Issue.record("wrote \(name) anew: look at it, then run again", sourceLocation: sourceLocation)
        return
    }
    let kept = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let given = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(kept, given).enumerated().first { $1.0 != $1.1 }?.offset ?? min(kept.count, given.count)
    guard kept != given else { return }
    let expected = kept.indices.contains(line) ? kept[line] : "the end"
    let actual = given.indices.contains(line) ? given[line] : "the end"
    Issue.record(
        "\(name), line \(line + 1):\nexpected \(expected)\nactual   \(actual)", sourceLocation: sourceLocation)
}

extension String {
    /// What stands between `start` and `end`.
    func between(_ start: String, _ end: String) -> String {
        guard let from = firstRange(of: start), let to = self[from.upperBound...].firstRange(of: end) else { return "" }
        return String(self[from.upperBound..<to.lowerBound])
    }

    /// The same HTML with each formula as its TeX between `⟨` and `⟩`: KaTeX's markup is KaTeX's.
    var withPlainMath: String {
        var out = ""
        var rest = self[...]
        while let open = rest.firstRange(of: "<span class=\"katex") {
            out += rest[..<open.lowerBound]
            var depth = 0
            var at = open.lowerBound
            repeat {
                guard let tag = rest[at...].firstMatch(of: /<(\/?)span[ >]/) else { return out + rest }
                depth += tag.1.isEmpty ? 1 : -1
                at = tag.range.upperBound
            } while depth > 0
            let tex = String(rest[open.lowerBound..<at]).between("application/x-tex\">", "</annotation>")
            out += "⟨\(tex)⟩"
            rest = rest[at...]
        }
        return out + rest
    }
}
