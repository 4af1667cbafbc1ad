import Foundation
import Notebook

/// What a build was made from.
struct AboutPage {
    let records: [SectionRecord]
    let facts: BuildFacts
    let katex: String
    /// Each study's parameters by its path, a line each, as in `noise=0.3`.
    let parameters: [String: String]
    /// What took how long; nil where times are left out, so that the same inputs give the same bytes.
    let timings: [(name: String, measure: String)]?

    var page: ResolvedPage {
        ResolvedPage(
            slug: "about", title: "About this build", kicker: "Where the numbers come from",
            blocks: studies + times + programs + records.flatMap(section))
    }

    private var studies: [Block<Resolved>] {
        let isTimed = timings != nil
        let head = ["Study", "Profile", "Seed", "Data"] + (isTimed ? ["Seconds"] : []) + ["Inputs"]
        let rows = records.flatMap { record in
            record.studies.map { study -> [[Inline<Resolved>]] in
                let texts =
                    [study.profile.rawValue, "\(study.seed)", study.dataName ?? "–"]
                    + (isTimed ? [String(format: "%.1f", study.seconds)] : []) + [String(study.inputDigest.prefix(12))]
                return [[.text("\(record.section.number) ")] + Self.question(study)] + texts.map { [.text($0)] }
            }
        }
        let introduction =
            "Everything in this book that could be computed was computed by the experiments below. The command beside each "
            + "runs it again."
        return [
            .paragraph([.text(introduction)]),
            .table(alignments: head.map { _ in .leading }, rows: [head.map { [.text($0)] }] + rows),
        ]
    }

    /// What a study asks, its formulas set as such.
    private static func question(_ study: StudyRecord) -> [Inline<Resolved>] {
        InlineText.read(study.study.question, at: Place(file: study.study.path))
    }

    private var times: [Block<Resolved>] {
        guard let timings, !timings.isEmpty else { return [] }
        return [.texts([["What", "Took"]] + timings.map { [$0.name, $0.measure] })]
    }

    private var programs: [Block<Resolved>] {
        let parts = facts.parts + [.init("KaTeX", katex), .init("cmark-gfm", CMarkNode.version)]
        let programs: [Block<Resolved>] = [
            .heading(level: 2, id: "programs", [.text("Programs")]),
            .texts([["Part", "Version"]] + parts.map { [$0.name, timings == nil ? $0.untimedVersion : $0.version] }),
        ]
        guard !facts.data.isEmpty else { return programs }
        return programs + [
            .heading(level: 2, id: "data", [.text("Data")]),
            .texts([["Data set", "Checksum"]] + facts.data.map { [$0.name, $0.checksum] }),
        ]
    }

    private func section(_ record: SectionRecord) -> [Block<Resolved>] {
        [record.section.heading]
            + record.studies.enumerated().flatMap { place, study -> [Block<Resolved>] in
                let title: [Block<Resolved>] =
                    record.studies.count > 1
                    ? [
                        .heading(
                            level: 3, id: "study-\(record.section.info.slug)-\(place + 1)",
                            Self.question(study))
                    ] : []
                let assignments = (parameters[study.study.path] ?? "").split(separator: "\n").map(String.init)
                let list = assignments.flatMap { assignment -> [Inline<Resolved>] in [.text(", "), .code(assignment)] }
                    .dropFirst()
                return title + [.code(language: "sh", study.rerunCommand)]
                    + (list.isEmpty ? [] : [.folded("Parameters", [.paragraph(Array(list))])])
            }
    }
}
