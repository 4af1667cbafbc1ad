import Foundation
import Plots

/// Reference files of a test target, kept beside its tests.
///
/// A test fails where a reference is missing or differs. With `RECORD_SNAPSHOTS=1` in the environment, as `make snapshots` has it,
/// exactly those references are written instead. Either way what differs is shown in a folder for a page to look at.
public struct SnapshotFolder: Sendable {
    public let url: URL
    private let changes: SnapshotChanges
    private let isRecording: Bool

    /// The folder `Snapshots` beside the calling test.
    public init(
        besides file: String = #filePath, changes: SnapshotChanges = .standard,
        recording: Bool = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
    ) {
        self.init(
            folder: URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Snapshots"),
            changes: changes, recording: recording)
    }

    /// Any other folder.
    public init(
        folder: URL, changes: SnapshotChanges = .standard,
        recording: Bool = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
    ) {
        url = folder
        self.changes = changes
        isRecording = recording
    }

    /// Compares a figure's drawing, laid out with letters of fixed width, with `<name>.txt`: the same on every machine,
    /// but for vertices that make no difference to be seen.
    ///
    /// - Throws: `SnapshotMismatch`, or what keeps the figure from being drawn.
    public func check(_ figure: Figure, named name: String) throws {
        try check(
            try figure.drawing(measuring: FixedWidthMeasure()).transcript, named: name + ".txt",
            picture: { try figure.png(scale: 1) }, differingLine: TranscriptComparison.firstDifference)
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
            if wanted == found { return nil }
            return zip(wanted, found).enumerated().first { $0.element.0 != $0.element.1 }?.offset
                ?? min(wanted.count, found.count)
        }
    }

    /// - Parameter picture: of what the text describes, for the page of changes.
    private func check(
        _ text: String, named name: String, picture: () throws -> [UInt8]? = { nil },
        differingLine: (String, String) -> Int?
    ) throws {
        let file = url.appendingPathComponent(name)
        let expected = FileManager.default.contents(atPath: file.path).map { String(decoding: $0, as: UTF8.self) }
        if let expected {
            guard expected != text, let line = differingLine(expected, text) else { return }
            if !isRecording {
                let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
                let found = text.split(separator: "\n", omittingEmptySubsequences: false)
                try changes.add(text: text, insteadOf: expected, picture: picture(), in: file)
                throw SnapshotMismatch.text(
                    file: file.path, line: line + 1,
                    expected: wanted.indices.contains(line) ? String(wanted[line]) : "",
                    found: found.indices.contains(line) ? String(found[line]) : "")
            }
        }
        try changes.add(text: text, insteadOf: expected, picture: picture(), in: file)
        try record(Data(text.utf8), in: file)
    }

    /// Compares a figure's picture with `<name>.png` by the worst tile's mean colour distance.
    ///
    /// - Throws: `SnapshotMismatch`, or what keeps the figure from being drawn.
    public func checkPicture(_ figure: Figure, named name: String, scale: Double = 1) throws {
        try check(picture: try PixelImage(png: figure.png(scale: scale)), named: name)
    }

    /// Compares a picture with `<name>.png`.
    ///
    /// - Throws: `SnapshotMismatch`.
    public func check(picture: PixelImage, named name: String) throws {
        let file = url.appendingPathComponent(name + ".png")
        let expected = try FileManager.default.contents(atPath: file.path).map { try PixelImage(png: [UInt8]($0)) }
        let comparison = expected.map { PictureComparison(expected: $0, actual: picture) }
        if let comparison, comparison.isAlike { return }
        try changes.add(picture: picture, insteadOf: expected, difference: comparison?.difference, in: file)
        if let comparison, !isRecording {
            throw SnapshotMismatch.picture(
                file: file.path, distance: comparison.worstTile, limit: PictureComparison.limit,
                folder: changes.folder.path)
        }
        try record(Data(try picture.png()), in: file)
    }

    /// Writes a reference where that is wanted.
    private func record(_ data: Data, in file: URL) throws {
        guard isRecording else { throw SnapshotMismatch.missing(file.path) }
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }
}
