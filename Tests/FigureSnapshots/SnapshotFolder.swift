import Foundation
import Plots

/// Reference files of a test target, kept beside its tests.
///
/// A reference that is missing is written, and the test fails once; with `RECORD_SNAPSHOTS=1` in the environment every
/// reference that differs is written anew, and its test fails once.
public struct SnapshotFolder: Sendable {
    public let url: URL
    /// Where pictures of a failed comparison go.
    public let failures: URL
    let isRecording: Bool

    /// The folder `Snapshots` beside the calling test.
    public init(
        besides file: String = #filePath,
        failures: URL = FileManager.default.temporaryDirectory.appendingPathComponent("snapshot-failures"),
        recording: Bool = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
    ) {
        url = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Snapshots")
        self.failures = failures
        isRecording = recording
    }

    /// Any other folder.
    public init(
        folder: URL, failures: URL = FileManager.default.temporaryDirectory.appendingPathComponent("snapshot-failures"),
        recording: Bool = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
    ) {
        url = folder
        self.failures = failures
        isRecording = recording
    }

    /// Compares a figure's drawing, laid out with letters of fixed width, with `<name>.txt`: the same on every machine,
    /// but for vertices that make no difference to be seen.
    ///
    /// - Throws: `SnapshotMismatch`, or what keeps the figure from being drawn.
    public func check(_ figure: Figure, named name: String) throws {
        try check(transcript: try figure.drawing(measuring: FixedWidthMeasure()).transcript, named: name + ".txt")
    }

    /// Compares a drawing's transcript with the file of that name: paths by how far apart they run.
    ///
    /// - Throws: `SnapshotMismatch`.
    public func check(transcript: String, named name: String) throws {
        try check(transcript, named: name, differingLine: TranscriptComparison.firstDifference)
    }

    /// Compares a text with the file of that name.
    ///
    /// - Throws: `SnapshotMismatch`.
    public func check(text: String, named name: String) throws {
        try check(text, named: name) { expected, text in
            let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
            let found = text.split(separator: "\n", omittingEmptySubsequences: false)
            return zip(wanted, found).enumerated().first { $0.element.0 != $0.element.1 }?.offset
                ?? min(wanted.count, found.count)
        }
    }

    private func check(_ text: String, named name: String, differingLine: (String, String) -> Int?) throws {
        let file = url.appendingPathComponent(name)
        guard FileManager.default.fileExists(atPath: file.path) else {
            try write(Data(text.utf8), to: file)
            throw SnapshotMismatch.recorded(file.path)
        }
        let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        guard expected != text else { return }
        if isRecording {
            try write(Data(text.utf8), to: file)
            throw SnapshotMismatch.recorded(file.path)
        }
        guard let line = differingLine(expected, text) else { return }
        let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let found = text.split(separator: "\n", omittingEmptySubsequences: false)
        throw SnapshotMismatch.text(
            file: file.path, line: line + 1, expected: wanted.indices.contains(line) ? String(wanted[line]) : "",
            found: found.indices.contains(line) ? String(found[line]) : "")
    }

    /// Compares a figure's picture with `<name>.png` by the worst tile's mean colour distance.
    ///
    /// - Throws: `SnapshotMismatch`, or what keeps the figure from being drawn.
    public func checkPicture(_ figure: Figure, named name: String, scale: Double = 1) throws {
        try check(picture: try PixelImage(png: figure.png(scale: scale)), named: name)
    }

    /// Compares a picture with `<name>.png`; a failure leaves expected, actual and difference in `failures`.
    ///
    /// - Throws: `SnapshotMismatch`.
    public func check(picture: PixelImage, named name: String) throws {
        let file = url.appendingPathComponent(name + ".png")
        guard FileManager.default.fileExists(atPath: file.path) else {
            try write(Data(try picture.png()), to: file)
            throw SnapshotMismatch.recorded(file.path)
        }
        let expected = try PixelImage(png: [UInt8](try Data(contentsOf: file)))
        let comparison = PictureComparison(expected: expected, actual: picture)
        guard !comparison.isAlike else { return }
        if isRecording {
            try write(Data(try picture.png()), to: file)
            throw SnapshotMismatch.recorded(file.path)
        }
        for (suffix, image) in [("expected", expected), ("actual", picture), ("difference", comparison.difference)] {
            try write(Data(try image.png()), to: failures.appendingPathComponent("\(name)-\(suffix).png"))
        }
        throw SnapshotMismatch.picture(
            file: file.path, distance: comparison.worstTile, limit: PictureComparison.limit, folder: failures.path)
    }

    private func write(_ data: Data, to file: URL) throws {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }
}
