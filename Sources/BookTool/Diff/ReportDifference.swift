import Foundation
import Plots

/// What moved from one report to another.
struct ReportDifference {
    /// One line for each thing that moved, under a heading for each kind.
    let lines: [String]
    /// The figures whose pictures differ, with the old, the new and the difference.
    let pictures: [(figure: String, old: PixelImage, new: PixelImage, difference: PixelImage)]

    init(from old: BuiltReport, to new: BuiltReport) throws {
        var lines: [String] = []
        func add(_ heading: String, _ moved: [String]) {
            if !moved.isEmpty { lines += [heading] + moved.map { "  \($0)" } }
        }
        add("values", Self.moved(old.values, new.values) { "\($0) → \($1)" })
        add("claims", Self.moved(old.claims, new.claims, Self.words))
        var pictures: [(figure: String, old: PixelImage, new: PixelImage, difference: PixelImage)] = []
        var figures: [String] = []
        for name in old.figures.union(new.figures).sorted() {
            guard old.figures.contains(name), new.figures.contains(name) else {
                figures.append("\(name): \(new.figures.contains(name) ? "new" : "gone")")
                continue
            }
            let (before, after) = (try PixelImage(png: old.picture(name)), try PixelImage(png: new.picture(name)))
            guard before != after else { continue }
            let comparison = PictureComparison(expected: before, actual: after)
            let measure = (comparison.worstTile * 10).rounded() / 10
            figures.append(
                comparison.worstTile.isFinite
                    ? "\(name): differs by \(measure) where most (0 alike, 100 black for white)"
                    : "\(name): another size")
            pictures.append((name, before, after, comparison.difference))
        }
        add("figures", figures)
        self.lines = lines
        self.pictures = pictures
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

    private static func moved<Thing: Equatable>(
        _ old: [String: Thing], _ new: [String: Thing], _ words: (Thing, Thing) -> String
    ) -> [String] {
        Set(old.keys).union(new.keys).sorted().compactMap { name in
            switch (old[name], new[name]) {
            case (nil, _): "\(name): new"
            case (_, nil): "\(name): gone"
            case (let before?, let after?): before == after ? nil : "\(name): \(words(before, after))"
            }
        }
    }

    private static func words(_ old: BuiltReport.Claim, _ new: BuiltReport.Claim) -> String {
        let verdict = old.verdict == new.verdict ? new.verdict : "\(old.verdict) → \(new.verdict)"
        return "\(verdict), measured \(words(old)) → \(words(new))"
    }

    private static func words(_ claim: BuiltReport.Claim) -> String {
        guard let measured = claim.measured else { return "nothing" }
        guard let half = claim.halfWidth, half > 0 else { return "\(measured)" }
        return "\(measured) ± \(half)"
    }
}
