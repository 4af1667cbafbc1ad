import Notebook

extension Prose<Parsed> {
    /// The prose with names of a study, such as `retraining:rise` or `retraining/curves`, as `record` has them on its page.
    func naming(of record: SectionRecord?) -> Prose<Parsed> {
        guard let names = record.flatMap(StudyNames.init) else { return self }
        return Prose(
            blocks: blocks.map(names.named), places: places, notes: notes.map { $0.map(names.named) })
    }
}

/// The names of a section's studies, as its own template writes them.
private struct StudyNames {
    private let record: SectionRecord
    private let studies: Set<String>

    /// Nil for a section of a single study that bears its name.
    init?(_ record: SectionRecord) {
        self.record = record
        studies = Set(record.studies.map(\.study.name)).subtracting([record.section.info.slug])
        if studies.isEmpty { return nil }
    }

    func named(_ block: Block<Parsed>) -> Block<Parsed> {
        block.map(inline: named, block: named)
    }

    private func named(_ leaf: Parsed.InlineLeaf) -> Inline<Parsed> {
        switch leaf {
        case .value(let query): .leaf(.value(named(query)))
        case .math(let math, let values): .leaf(.math(math, values: values.map(named)))
        default: .leaf(leaf)
        }
    }

    /// A name that the study does not have stays as it is written.
    private func named(_ query: ValueQuery) -> ValueQuery {
        guard let study = query.section, studies.contains(study),
            let name = record.name(.value, query.name, of: study)
        else { return query }
        return ValueQuery(section: nil, name: name, option: query.option, place: query.place)
    }

    private func named(_ leaf: Parsed.BlockLeaf) -> Block<Parsed> {
        switch leaf {
        case .figure(let name, let wager, let caption):
            .leaf(.figure(named(name, .figure), wager: wager, caption: named(caption)))
        case .table(let name, let caption): .leaf(.table(named(name, .table), caption: named(caption)))
        case .algorithm(let label, let title, let steps):
            .leaf(
                .algorithm(
                    label, title: named(title),
                    steps: steps.map { AlgorithmStep(depth: $0.depth, content: named($0.content)) }))
        case .group(let label, let caption, let parts):
            .leaf(.group(label, caption: named(caption), parts.map(named)))
        case .display(let math, let values, let labels, let claims):
            .leaf(.display(math, values: values.map(named), labels: labels, claims: claims))
        default: .leaf(leaf)
        }
    }

    private func named(_ inlines: [Inline<Parsed>]) -> [Inline<Parsed>] { inlines.map { $0.map(named) } }

    private func named(_ name: Name, _ noun: PageNoun) -> Name {
        let parts = name.text.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, studies.contains(parts[0]) else { return name }
        return Name(text: record.name(noun, parts[1], of: parts[0]) ?? "\(parts[0])-\(parts[1])", place: name.place)
    }
}
