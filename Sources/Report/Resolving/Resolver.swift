import Notebook

/// Answers every name of a page with what sections, references and other pages have under it.
struct Resolver {
    let page: PageSource
    let records: [String: SectionRecord]
    /// The kept results of the page's section.
    var kept: [Profile: KeptRecord]
    let claims: [String: ClaimEntry]
    let targets: Targets
    let bibliography: Bibliography
    let snippets: [String: Snippet]
    let pictures: PictureFiles
    var language = Language.english
    var ledger: Ledger
    /// Whether names of kept results are held against this build's own, for a callout that is not shown.
    var isRehearsal = false

    /// The page's prose with every name answered; what can't be goes to the ledger.
    func resolve() -> Prose<Resolved> {
        let prose = page.prose
        let parts = zip(prose.blocks, prose.places).map { (shown($0), $1) }
        let resolved = Prose(
            blocks: parts.flatMap(\.0), places: parts.flatMap { blocks, place in blocks.map { _ in place } },
            notes: prose.notes.map { $0.map(resolve) }
        ).withKeptFiguresAside
        return kept[.full].map { resolved.tellingOnce($0.origin) } ?? resolved
    }

    /// `block`; nothing when it tells of studies that are not kept, nor for a figure or table of a section that is not in this
    /// report.
    private func shown(_ block: Block<Parsed>) -> [Block<Resolved>] {
        switch block {
        case .leaf(.figure(let name, _, _)), .leaf(.table(let name, _)):
            if isAbsent(owner(of: name).slug) { return [] }
        default: break
        }
        guard case .callout(let callout, _) = block, callout.kind == .full else { return [resolve(block)] }
        var own = self
        (own.kept, own.isRehearsal) = ([:], true)
        guard kept[.full] != nil, isAnswered(block) || !own.isAnswered(block) else {
            _ = own.resolve(block)
            return []
        }
        return [resolve(block)]
    }

    /// Whether every name in `block` has something under it.
    private func isAnswered(_ block: Block<Parsed>) -> Bool {
        var trial = self
        trial.ledger = Ledger()
        _ = trial.resolve(block)
        return trial.ledger.problems.isEmpty
    }

    private func resolve(_ block: Block<Parsed>) -> Block<Resolved> {
        block.map(inline: answer, block: answer).numbered(in: language) { targets.number($0, on: page.slug) ?? "" }
    }

    private func resolve(_ inlines: [Inline<Parsed>]) -> [Inline<Resolved>] {
        inlines.map { $0.map(answer) }
    }

    // MARK: Inlines

    private func answer(_ leaf: Parsed.InlineLeaf) -> Inline<Resolved> {
        switch leaf {
        case .value(let query): return value(query)
        case .claim(let name): return claim(name).map { .leaf(.claim($0)) } ?? .text(name.text)
        case .math(let math, let values): return .math(filled(math, values))
        case .local(let name, let inner): return local(name, resolve(inner))
        case .term(_, let id): return .leaf(.term(id: id))
        case .reference(let name):
            guard let target = targets.target(name.text, from: page.slug) else {
                ledger.unknown(.target, name, among: targets.labels(from: page.slug))
                return .text(name.text)
            }
            return target.isAbsent
                ? .text(target.text) : .leaf(.link(target.anchor, text: target.text, title: target.title))
        case .citation(let queries, let form):
            for query in queries where bibliography.references[query.key.text] == nil {
                ledger.unknown(.citation, query.key, among: bibliography.references.keys)
            }
            return .leaf(.citation(bibliography.citation(queries, form, on: page.slug)))
        }
    }

    private func local(_ name: Name, _ inner: [Inline<Resolved>]) -> Inline<Resolved> {
        switch targets.destination(of: name.text, from: page.slug) {
        case .anchor(let anchor): return .leaf(.local(anchor, inner))
        case .absent: return .leaf(.local(nil, inner))
        case .nowhere(let suggestion):
            ledger.report(.deadLink(name.text, suggestion: suggestion), at: name.place)
            return .leaf(.local(nil, inner))
        }
    }

    /// `math` with the values it quotes.
    private func filled(_ math: Math, _ queries: [ValueQuery]) -> Math {
        guard !queries.isEmpty else { return math }
        let numbers = queries.map { query in
            if case .leaf(.value(let number)) = value(query) { number } else { NumberText(query.name) }
        }
        return Math(tex: MathText.filled(math.tex, with: numbers), place: math.place)
    }

    private func value(_ query: ValueQuery) -> Inline<Resolved> {
        let slug = query.section ?? page.slug
        guard let (record, _) = record(slug) else {
            if let profile = Profile.kept(slug) {
                ledger.report(.nothingKept(profile), at: query.place)
                return .text(query.name)
            }
            if isAbsent(slug) {
                ledger.report(.absentSection(slug), at: query.place)
            } else if let study = page.record?.studies.first(where: { $0.study.name == slug }) {
                let name = Name(text: "\(slug):\(query.name)", place: query.place)
                ledger.unknown(.value, name, among: study.page.values.keys.map { "\(slug):\($0)" })
            } else {
                let known = Array(records.keys) + (page.record?.studies.map(\.study.name) ?? [])
                let suggestion = Spelling.nearest(to: slug, among: known)
                ledger.report(.unknownSection(slug, suggestion: suggestion), at: query.place)
            }
            return .text(query.name)
        }
        guard let value = record.value(query.name) else {
            // A parameter of a study is written with a colon.
            let name = Name(text: query.name.replacing("/parameters.", with: ":parameters."), place: query.place)
            ledger.unknown(.value, name, among: record.page.values.keys)
            return .text(query.name)
        }
        guard let format = ValueFormat(query.option) else {
            ledger.report(.badOption(query.option, value: query.name), at: query.place)
            return .text(query.name)
        }
        switch value.text(format, query: query) {
        case .success(let number): return .leaf(.value(number))
        case .failure(let problem):
            ledger.report(problem)
            return .text(query.name)
        }
    }

    private func claim(_ name: Name) -> ClaimEntry? {
        guard let entry = claims[name.text] else {
            ledger.unknown(.claim, name, among: claims.keys)
            return nil
        }
        return entry
    }

    // MARK: Blocks

    private func answer(_ leaf: Parsed.BlockLeaf) -> Block<Resolved> {
        switch leaf {
        case .figure(let name, let wager, let caption): return figure(name, wager, caption: resolve(caption))
        case .table(let name, let caption): return table(name, caption: resolve(caption))
        case .claims(let names): return .leaf(.claims(names.compactMap(claim).map { ClaimCard($0) }))
        case .display(let math, let values, let labels, let names):
            let math = filled(math.unwrapped, values)
            let labels = labels.map { EquationLabel(id: $0.text, number: targets.numbers[$0.text] ?? "") }
            let rows = math.rows.count
            if labels.count > 1, labels.count != rows {
                ledger.report(.missingRow(labels: labels.count, rows: rows), at: math.place)
            }
            return .leaf(.display(math, labels: labels, claims: names.compactMap(claim)))
        case .algorithm(let name, let title, let steps):
            let label = name.map { name in
                AlgorithmLabel(
                    id: name.text, number: targets.numbers[name.text] ?? "",
                    text: targets.target(name.text, from: page.slug)?.text ?? "")
            }
            let steps = steps.map { AlgorithmStep<Resolved>(depth: $0.depth, content: resolve($0.content)) }
            return .leaf(.algorithm(label, title: resolve(title), steps: steps))
        case .picture(let query, let caption): return picture(query, caption: resolve(caption))
        case .captioned(let label, let caption, let block):
            let number = label.flatMap { targets.number($0.text, on: page.slug) } ?? ""
            return .leaf(.captioned(id: label?.text, number: number, caption: resolve(caption), resolve(block)))
        case .group(let label, let caption, let parts):
            let number = targets.number(label.text, on: page.slug) ?? ""
            return .leaf(.group(id: label.text, number: number, caption: resolve(caption), parts.flatMap(shown)))
        case .snippet(let name):
            guard let snippet = snippets[name.text] else {
                if snippets.isEmpty {
                    ledger.report(.noSnippets, at: name.place)
                } else {
                    ledger.unknown(.snippet, name, among: snippets.keys)
                }
                return .rule
            }
            return .leaf(.snippet(snippet))
        }
    }

    private func picture(_ query: PictureQuery, caption: [Inline<Resolved>]) -> Block<Resolved> {
        let number = query.label.flatMap { targets.number($0.text, on: page.slug) } ?? ""
        let picture = pictures.picture(query, number: number, alt: query.alt ?? caption.plainText)
        switch picture {
        case .success(let picture): return .leaf(.picture(picture, caption: caption))
        case .failure(let problem):
            ledger.report(problem)
            return .paragraph(caption)
        }
    }

    private func figure(_ name: Name, _ wager: Name?, caption: [Inline<Resolved>]) -> Block<Resolved> {
        let (slug, own) = owner(of: name)
        let (record, profile) = record(slug) ?? (nil, nil)
        guard let figure = record?.page.figures.first(where: { $0.name == own }) else {
            ledger.unknown(.figure, name, among: record?.page.figures.map(\.name) ?? [])
            return .paragraph(caption)
        }
        if let wager, figure.frames.count > 1 { ledger.report(.wagerOnFrames, at: wager.place) }
        let isKept = profile != nil
        return .leaf(
            .figure(
                FigureEntry(
                    figure: figure, slug: isKept ? page.slug : slug,
                    number: isKept ? "" : targets.target("fig-\(slug)/\(own)", from: slug)?.text ?? "",
                    dataName: record?.studies.first { $0.page.figures.contains { $0.name == own } }?.dataName,
                    kept: profile, wager: wager),
                caption: caption))
    }

    private func table(_ name: Name, caption: [Inline<Resolved>]) -> Block<Resolved> {
        let (slug, own) = owner(of: name)
        let (record, profile) = record(slug) ?? (nil, nil)
        guard let table = record?.page.tables.first(where: { $0.name == own }) else {
            ledger.unknown(.table, name, among: record?.page.tables.map(\.name) ?? [])
            return .paragraph(caption)
        }
        if profile != nil { return .leaf(.table(TableEntry(table: table, slug: "", number: ""), caption: caption)) }
        let number = targets.target("tbl-\(slug)/\(own)", from: slug)?.text ?? ""
        return .leaf(.table(TableEntry(table: table, slug: slug, number: number), caption: caption))
    }

    /// The record that `slug` names: a section's own, or the page's kept one of a profile.
    private func record(_ slug: String) -> (SectionRecord, kept: Profile?)? {
        guard let profile = Profile.kept(slug) else { return records[slug].map { ($0, nil) } }
        return (kept[profile]?.record ?? (isRehearsal ? page.record : nil)).map { ($0, profile) }
    }

    /// Whether the book has the section, but this report does not.
    private func isAbsent(_ slug: String) -> Bool { targets.target("sec-\(slug)", from: page.slug)?.isAbsent == true }

    /// The section and the name in it of "slug/name" or "name".
    private func owner(of name: Name) -> (slug: String, name: String) {
        let parts = name.text.split(separator: "/", maxSplits: 1).map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : (page.slug, name.text)
    }
}
