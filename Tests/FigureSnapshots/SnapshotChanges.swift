import Foundation
import Plots

/// A folder that shows what differs from references: old, new and difference, with a piece of a page for each.
public struct SnapshotChanges: Sendable {
    public let folder: URL

    public init(folder: URL) { self.folder = folder }

    /// The folder that `SNAPSHOT_CHANGES` names in the environment, or one among temporary files.
    public static let standard = SnapshotChanges(
        folder: ProcessInfo.processInfo.environment["SNAPSHOT_CHANGES"].map { URL(fileURLWithPath: $0) }
            ?? FileManager.default.temporaryDirectory.appendingPathComponent("snapshot-changes"))

    /// As many lines of each text are shown at most.
    private static let shownLines = 200

    func add(text: String, insteadOf old: String?, picture: [UInt8]?, in file: URL) throws {
        let before = old?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
        let after = text.split(separator: "\n", omittingEmptySubsequences: false)
        let kept = Set(before)
        let given = Set(after)
        let gone = before.filter { !given.contains($0) }.prefix(Self.shownLines).map { "− \($0)" }
        let new = after.filter { !kept.contains($0) }.prefix(Self.shownLines).map { "+ \($0)" }
        let lines = (gone + new).map(Self.escaped).joined(separator: "\n")
        try add("<pre>\(lines)</pre>", pictures: [("new", picture)], old: old != nil, of: file)
    }

    func add(picture: PixelImage, insteadOf old: PixelImage?, difference: PixelImage?, in file: URL) throws {
        try add(
            "", pictures: [("old", old?.png()), ("new", picture.png()), ("difference", difference?.png())],
            old: old != nil, of: file)
    }

    private func add(_ text: String, pictures: [(kind: String, png: [UInt8]?)], old: Bool, of file: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let target = file.deletingLastPathComponent().deletingLastPathComponent().lastPathComponent
        let name = "\(target)-\(file.lastPathComponent)"
        var html = "<h2>\(Self.escaped(file.path))\(old ? "" : " (new)")</h2>\n\(text)\n"
        for (kind, png) in pictures {
            guard let png else { continue }
            let image = "\(name)-\(kind).png"
            try Data(png).write(to: folder.appendingPathComponent(image))
            html += "<figure><img src=\"\(Self.escaped(image))\"><figcaption>\(kind)</figcaption></figure>\n"
        }
        try Data(html.utf8).write(to: folder.appendingPathComponent("\(name).piece"))
    }

    private static func escaped(_ text: some StringProtocol) -> String {
        String(text).replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
            .replacingOccurrences(of: "\"", with: "&quot;")
    }
}
