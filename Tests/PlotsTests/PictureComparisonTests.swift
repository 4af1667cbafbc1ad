import FigureSnapshots
import Foundation
import Plots
import Testing

/// The comparison of pictures is proved by pictures that must fail it.
struct PictureComparisonTests {
    private func picture() throws -> PixelImage { try PixelImage(png: GalleryExample.bars().png(scale: 1.5)) }

    @Test func aPictureIsLikeItself() throws {
        let picture = try picture()
        #expect(PictureComparison(expected: picture, actual: picture).worstTile == 0)
    }

    @Test func aBlankPictureFails() throws {
        let picture = try picture()
        let blank = PixelImage(
            columns: picture.columns, rows: picture.rows,
            pixels: Array(repeating: SIMD4(255, 255, 255, 255), count: picture.pixels.count))
        #expect(!PictureComparison(expected: picture, actual: blank).isAlike)
    }

    @Test func aShiftedPictureFails() throws {
        let picture = try picture()
        let shift = 2
        let shifted = PixelImage(
            columns: picture.columns, rows: picture.rows,
            pixels: picture.pixels.indices.map { picture.pixels[max(0, $0 - shift)] })
        #expect(!PictureComparison(expected: picture, actual: shifted).isAlike)
    }

    @Test func aMissingLabelFails() throws {
        let whole = Figure(width: 300, height: 100) { Panel(x: Axis("epoch")) { Line(x: [0, 1], y: [0, 1]) } }
        let bare = Figure(width: 300, height: 100) { Panel(x: Axis("$\\;$")) { Line(x: [0, 1], y: [0, 1]) } }
        let pictures = try [whole, bare].map { try PixelImage(png: $0.png(scale: 1.5)) }
        #expect(!PictureComparison(expected: pictures[0], actual: pictures[1]).isAlike)
    }

    /// Only what is missing or differs is written, and only where that is wanted; what differed is shown.
    @Test func referencesAreRecordedOnDemandAlone() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("snapshots-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        func snapshots(recording: Bool) -> SnapshotFolder {
            SnapshotFolder(
                besides: folder.appendingPathComponent("a.swift").path, changes: SnapshotChanges(folder: folder),
                recording: recording)
        }
        let (snapshots, recorder) = (snapshots(recording: false), snapshots(recording: true))
        let file = snapshots.url.appendingPathComponent("a.txt").path
        #expect(throws: SnapshotMismatch.missing(file)) { try snapshots.check(text: "one\ntwo\n", named: "a.txt") }
        #expect(!FileManager.default.fileExists(atPath: file))
        try recorder.check(text: "one\ntwo\n", named: "a.txt")
        try snapshots.check(text: "one\ntwo\n", named: "a.txt")
        // Alike to the eye, so the reference stays as it was.
        try recorder.check(transcript: "stroke M0,0 L10,0 L20,0\n", named: "b.txt")
        try recorder.check(transcript: "stroke M0,0 L20,0\n", named: "b.txt")
        let kept = try String(contentsOf: snapshots.url.appendingPathComponent("b.txt"), encoding: .utf8)
        #expect(kept == "stroke M0,0 L10,0 L20,0\n")
        #expect(throws: SnapshotMismatch.text(file: file, line: 2, expected: "two", found: "2")) {
            try snapshots.check(text: "one\n2\n", named: "a.txt")
        }
        let pieces = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".piece") }
        let piece = try #require(pieces.first { $0.hasSuffix("a.txt.piece") })
        let shown = try String(contentsOf: folder.appendingPathComponent(piece), encoding: .utf8)
        #expect(shown.contains("− two\n+ 2"))
    }
}
