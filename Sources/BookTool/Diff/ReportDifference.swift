import Foundation
import Plots

/// What moved from one report to another.
struct ReportDifference {
    /// One line for each thing that moved, under a heading for each study.
    let lines: [String]
    /// The figures whose pictures differ, with the old, the new and the difference.
    let pictures: [(figure: String, old: PixelImage, new: PixelImage, difference: PixelImage)]

    /// - Parameter studies: the paths of the studies whose things are compared; all when nil.
    init(from old: BuiltReport, to new: BuiltReport, studies: Set<String>? = nil) throws {
        var moved: [String: [String]] = [:]
        func add(_ name: String, _ line: String) {
            moved[new.study(of: name) ?? old.study(of: name) ?? "of no study", default: []].append("  " + line)
        }
        func concerns(_ name: String) -> Bool {
            guard let studies else { return true }
            return (new.study(of: name) ?? old.study(of: name)).map(studies.contains) ?? false
        }
        for (name, line) in Self.moved(old.values, new.values, NumberPair.words) where concerns(name) {
            add(name, line)
        }
        for (id, line) in Self.moved(old.claims, new.claims, Self.words) where concerns(id) { add(id, line) }
        var pictures: [(figure: String, old: PixelImage, new: PixelImage, difference: PixelImage)] = []
        for name in old.figures.union(new.figures).sorted() where concerns(Self.figure(name, in: [new, old])) {
            let owned = Self.figure(name, in: [new, old])
            guard old.figures.contains(name), new.figures.contains(name) else {
                add(owned, "\(name): \(new.figures.contains(name) ? "new" : "gone")")
                continue
            }
            let (before, after) = (try PixelImage(png: old.picture(name)), try PixelImage(png: new.picture(name)))
            guard before != after else { continue }
            let comparison = PictureComparison(expected: before, actual: after)
            let measure = (comparison.worstTile * 10).rounded() / 10
            add(
                owned,
                comparison.worstTile.isFinite
                    ? "\(name): differs by \(measure) where most (0 alike, 100 black for white)"
                    : "\(name): another size")
            pictures.append((name, before, after, comparison.difference))
        }
        lines = moved.sorted { $0.key < $1.key }.flatMap { [$0.key] + $0.value }
        self.pictures = pictures
    }

    /// The figure that the picture `name` shows: a frame of a figure bears more than its name.
    private static func figure(_ name: String, in reports: [BuiltReport]) -> String {
        var name = name
        while !name.isEmpty {
            if reports.contains(where: { $0.study(of: name) != nil }) { return name }
            guard let end = name.lastIndex(of: "-") else { break }
            name = String(name[..<end])
        }
        return name
    }

    /// Writes three pictures of each figure that differs into `folder`.
    func writePictures(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (figure, old, new, difference) in pictures {
            for (kind, picture) in [("old", old), ("new", new), ("difference", difference)] {
                try Data(picture.png()).write(to: folder.appending(path: "\(figure)-\(kind).png"))
            }
        }
    }

    /// The names of what differs, each with a line that says how.
    private static func moved<Thing: Equatable>(
        _ old: [String: Thing], _ new: [String: Thing], _ words: (Thing, Thing) -> String
    ) -> [(name: String, line: String)] {
        Set(old.keys).union(new.keys).sorted().compactMap { name in
            switch (old[name], new[name]) {
            case (nil, _): (name, "\(name): new")
            case (_, nil): (name, "\(name): gone")
            case (let before?, let after?):
                before == after ? nil : (name, "\(name): \(words(before, after))")
            }
        }
    }

    private static func words(_ old: BuiltReport.Claim, _ new: BuiltReport.Claim) -> String {
        let verdict = old.verdict == new.verdict ? new.verdict : "\(old.verdict) → \(new.verdict)"
        return "\(verdict), measured \(NumberPair.words(words(old), words(new)))"
    }

    private static func words(_ claim: BuiltReport.Claim) -> String {
        guard let measured = claim.measured else { return "nothing" }
        guard let half = claim.halfWidth, half > 0 else { return "\(measured)" }
        return "\(measured) ± \(half)"
    }
}
