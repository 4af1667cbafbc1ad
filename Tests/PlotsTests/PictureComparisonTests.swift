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

    @Test func aMissingReferenceIsRecordedAndFailsOnce() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("snapshots-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let snapshots = SnapshotFolder(
            besides: folder.appendingPathComponent("a.swift").path, failures: folder, recording: false)
        #expect(throws: SnapshotMismatch.self) { try snapshots.check(text: "one\ntwo\n", named: "a.txt") }
        try snapshots.check(text: "one\ntwo\n", named: "a.txt")
        let file = snapshots.url.appendingPathComponent("a.txt").path
        #expect(throws: SnapshotMismatch.text(file: file, line: 2, expected: "two", found: "2")) {
            try snapshots.check(text: "one\n2\n", named: "a.txt")
        }
    }
}
