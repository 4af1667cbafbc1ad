import Notebook

/// What the names of pages mean: all that is needed to answer those of one page, or of all.
struct Answers: Sendable {
    /// The records shown, by slug.
    let records: [String: SectionRecord]
    /// The kept results, by slug and profile.
    let kept: [String: [Profile: KeptRecord]]
    /// In reading order.
    let claims: [ClaimEntry]
    let claimsByID: [String: ClaimEntry]
    let targets: Targets
    let bibliography: Bibliography
    let snippets: [String: Snippet]
    let pictures: PictureFiles
    /// The figures of kept results that the prose shows.
    let keptFigures: [(record: SectionRecord, names: [String])]
    /// The book's title.
    let title: String
    let language: Language

    /// The prose of `page` with every name answered; what can't be goes to `ledger`.
    func resolved(_ page: PageSource, _ ledger: Ledger) -> ResolvedPage {
        let resolver = Resolver(
            page: page, records: records, kept: kept[page.slug] ?? [:], claims: claimsByID, targets: targets,
            bibliography: bibliography, snippets: snippets, pictures: pictures, language: language, ledger: ledger)
        let differing = claims.filter { $0.section.info.slug == page.slug && $0.differsFromPrediction }
        let prose = resolver.resolve().adding(before: page.record?.warning ?? [], after: differing.differences)
        guard let section = page.section else {
            return ResolvedPage(slug: page.slug, title: title, kicker: "", prose: prose)
        }
        let kind = section.number.contains(".") ? "Section" : "Chapter"
        return ResolvedPage(
            slug: page.slug, title: section.info.title, kicker: "\(language.name(kind)) \(section.number)",
            section: section, prose: prose)
    }
}

extension Answers {
    /// The kept results of `kept`, by slug and profile.
    static func byProfile(_ kept: [KeptRecord]) -> [String: [Profile: KeptRecord]] {
        Dictionary(grouping: kept) { $0.record.section.info.slug }
            .mapValues { Dictionary($0.map { ($0.record.profile, $0) }) { first, _ in first } }
    }

    /// The claims of `report`, in reading order.
    static func claims(of report: Report, _ kept: [String: [Profile: KeptRecord]]) -> [ClaimEntry] {
        report.records.flatMap { claims(of: $0, kept, report.ledger) }
    }

    private static func claims(
        of record: SectionRecord, _ kept: [String: [Profile: KeptRecord]], _ ledger: ClaimLedger
    ) -> [ClaimEntry] {
        let full = record.profile == .full ? nil : kept[record.section.info.slug]?[.full]?.record
        return record.page.claims.map { ClaimEntry($0, in: record, kept: full, ledger: ledger) }
    }

    /// The same with `record` in the place of its section's.
    func showing(_ record: SectionRecord, ledger: ClaimLedger) -> Answers {
        let slug = record.section.info.slug
        let first = claims.firstIndex { $0.section.info.slug == slug } ?? claims.count
        let others = claims.filter { $0.section.info.slug != slug }
        let own = Self.claims(of: record, kept, ledger)
        let claims = Array(others[..<first]) + own + others[first...]
        return Answers(
            records: records.merging([slug: record]) { $1 }, kept: kept, claims: claims,
            claimsByID: Dictionary(claims.map { ($0.id, $0) }) { first, _ in first }, targets: targets,
            bibliography: bibliography, snippets: snippets, pictures: pictures, keptFigures: keptFigures, title: title,
            language: language)
    }

    /// The figures of `kept` that templates show.
    static func keptFigures(
        _ kept: [KeptRecord], shownBy usage: Usage
    ) -> [(record: SectionRecord, names: [String])] {
        kept.compactMap { kept in
            let (slug, profile) = (kept.record.section.info.slug, kept.record.profile)
            let names = kept.record.page.figures.map(\.name).filter {
                usage.showsFigure($0, of: slug, in: profile)
            }
            return names.isEmpty ? nil : (kept.record, names)
        }
    }
}

extension SectionRecord {
    /// A box that names the claims which came out unexpectedly; nothing where none did.
    fileprivate var warning: [Block<Resolved>] {
        guard !surprises.isEmpty else { return [] }
        let names = surprises.map { claim -> [Inline<Resolved>] in
            let recorded = claim.expected.verdict(in: profile).rawValue
            return [
                .leaf(.local(Anchor(page: "evidence", id: "claim-\(claim.id)"), [.text(claim.id)])),
                .text(" (\(claim.verdict.rawValue) instead of \(recorded))"),
            ]
        }
        let introduction: Inline<Resolved> = .text(
            "What was measured disagrees with the verdict for which the prose was written: ")
        return [
            .warning(
                "This page \(isAsWritten ? "fails" : "differs")",
                [introduction] + names.joined(separator: [.text(", ")]) + [.text(".")])
        ]
    }
}
