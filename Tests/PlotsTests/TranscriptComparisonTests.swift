import FigureSnapshots
import Foundation
import Testing

/// The comparison of drawings is proved by drawings that must fail it.
struct TranscriptComparisonTests {
    private func isAlike(_ expected: String, _ found: String) throws -> Bool {
        let folder = FileManager.default.temporaryDirectory.appending(path: "transcripts-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(expected.utf8).write(to: folder.appending(path: "a.txt"))
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            let snapshots = SnapshotFolder(folder: folder, changes: SnapshotChanges(folder: folder), recording: false)
            try snapshots.check(transcript: found, named: "a.txt")
            return true
        } catch is SnapshotMismatch {
            return false
        }
    }

    private let line = "stroke loss 0.8 solid round M0,0 L10,0.02 L20,0 L20,10 Z"

    @Test(arguments: [
        "stroke loss 0.8 solid round M0,0 L10,0.02 L20,0 L20,10 Z",
        // Another point of the same line, one left out, and the same path by a curve.
        "stroke loss 0.8 solid round M0,0 L7,0.01 L20,0 L20,10 Z",
        "stroke loss 0.8 solid round M0,0 L20,0 L20,10 Z",
        "stroke loss 0.8 solid round M0,0 C6.67,0 13.33,0 20,0 L20,10 Z",
        "stroke loss 0.81 solid round M0,0.01 L10,0.02 L20,0 L20,10 Z",
    ])
    func pathsThatNobodyCouldTellApartAreAlike(found: String) throws {
        #expect(try isAlike(line, found))
    }

    @Test(arguments: [
        // Open, elsewhere, a vertex too few, there and back, another role, number, dash or word, one path for two.
        "stroke loss 0.8 solid round M0,0 L10,0.02 L20,0 L20,10",
        "stroke loss 0.8 solid round M0.2,0 L10,0.02 L20,0 L20,10 Z",
        "stroke loss 0.8 solid round M0,0 L10,0.3 L20,0 L20,10 Z",
        "stroke loss 0.8 solid round M0,0 L20,10 Z",
        "stroke loss 0.8 solid round M0,0 L20,0 L0,0 L20,0 L20,10 Z",
        "stroke penalty 0.8 solid round M0,0 L10,0.02 L20,0 L20,10 Z",
        "stroke loss 0.9 solid round M0,0 L10,0.02 L20,0 L20,10 Z",
        "stroke loss 0.8 dotted round M0,0 L10,0.02 L20,0 L20,10 Z",
        "stroke loss 0.8 solid round M0,0 L10,0.02 M10,0.02 L20,0 L20,10 Z",
        "",
    ])
    func otherPathsFail(found: String) throws {
        #expect(try !isAlike(line, found))
    }

    @Test func wordsAndPlacesOfTextCount() throws {
        let text = #"text 12.6,7.3 sans 9 ink "M0,0 epoch""#
        #expect(try isAlike(text, #"text 12.61,7.3 sans 9 ink "M0,0 epoch""#))
        #expect(try !isAlike(text, #"text 12.62,7.3 sans 9 ink "M0,0 epoch""#))
        #expect(try !isAlike(text, #"text 12.6,7.3 sans 9 ink "M0,0 epochs""#))
        #expect(try !isAlike(text + "\n", text + "\n" + text))
    }
}
