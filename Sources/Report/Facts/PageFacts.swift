import Hashing

/// What the rest of the book wants to know of a template: what bears a number there, and whom it names.
///
/// They are kept under the digest of the template, so that no other page has to be read when one is edited.
struct PageFacts: Hashable, Sendable {
    /// In reading order.
    let landmarks: [Landmark]
    /// In reading order.
    let mentions: [Mention]
    /// In reading order, those of notes behind all others.
    let citations: [Citation]
    /// Hexadecimal digest of everything but the lines and columns: what other pages are made from.
    let digest: String

    /// Something that a cross reference can lead to.
    struct Landmark: Hashable, Sendable {
        /// A figure, a table, an equation or an algorithm; a heading, a box, a listing, or a term of the index.
        let noun: Problem.Noun
        /// The name of a figure or table, or the label.
        let name: String
        /// Where it stands, as `Place` counts.
        let line: Int
        let column: Int
        /// The TeX of an equation, the words of a heading, the kind of a box, a term.
        var tex = ""
        /// The claims about an equation.
        var claims: [String] = []
    }

    /// Something that the template names.
    struct Mention: Hashable, Sendable {
        let noun: Problem.Noun
        /// The section, or the profile of kept results, that the name belongs to; empty for the page's own section.
        var section = ""
        let name: String
        /// Whether it disappears where no results of a full run are kept.
        let isOfFullRun: Bool
    }

    /// A citation as the template writes it.
    struct Citation: Hashable, Sendable {
        /// Where its first key stands, as `Place` counts.
        let line: Int
        let column: Int
        let form: CitationForm
        /// Whether it disappears where no results of a full run are kept.
        let isOfFullRun: Bool
        var sources: [Source]

        struct Source: Hashable, Sendable {
            let key: String
            let prefix: String
            let locator: String
            let isYearAlone: Bool
        }
    }
}

extension PageFacts {
    /// The facts of `prose`.
    init(_ prose: Prose<Parsed>) {
        var survey = Survey()
        for block in prose.blocks {
            if case .callout(let box, _) = block { survey.isOfFullRun = box.kind == .full }
            survey.visit(block)
            survey.isOfFullRun = false
        }
        for block in prose.notes.joined() { survey.visit(block) }
        landmarks = survey.landmarks
        mentions = survey.mentions
        citations = survey.citations
        let fields = Self.texts(landmarks, mentions, citations, place: { _ in [] })
        digest = Digest(of: TextList(fields).data).hex
    }

    /// Walks through prose and gathers what it comes by.
    private struct Survey {
        var landmarks: [Landmark] = []
        var mentions: [Mention] = []
        var citations: [Citation] = []
        var isOfFullRun = false

        mutating func visit(_ block: Block<Parsed>) {
            switch block {
            case .paragraph(let content): visit(content)
            case .heading(_, let id, let content):
                landmarks.append(
                    Landmark(noun: .heading, name: id, line: 0, column: 0, tex: Identifiers.words(of: content)))
                visit(content)
            case .callout(let callout, let blocks):
                if let label = callout.label { mark(.box, label, tex: callout.kind.rawValue) }
                visit(callout.title)
                for block in blocks { visit(block) }
            case .definitions(let entries):
                for entry in entries {
                    visit(entry.term)
                    visit(entry.text)
                }
            case .table(_, let rows): for cell in rows.joined() { visit(cell) }
            case .leaf(let leaf): visit(leaf)
            default: for child in block.children { visit(child) }
            }
        }

        private mutating func visit(_ leaf: Parsed.BlockLeaf) {
            switch leaf {
            case .figure(let name, _, let caption): visit(.figure, name, caption)
            case .group(let label, let caption, let parts):
                mark(.figure, label, tex: "group")
                visit(caption)
                for part in parts { visit(part) }
                mark(.figure, label, tex: "end of group")
            case .table(let name, let caption): visit(.table, name, caption)
            case .claims(let names): for name in names { mention(.claim, name.text) }
            case .picture(let picture, let caption):
                if let label = picture.label { mark(.figure, label, tex: "picture") }
                mention(.picture, picture.path.text)
                visit(caption)
            case .captioned(let label, let caption, let block):
                let noun: Problem.Noun = if case .table = block { .table } else { .listing }
                if let label { mark(noun, label, tex: "label") }
                visit(caption)
                visit(block)
            case .display(let math, let values, let labels, let claims):
                for query in values { mention(.value, query.name, of: query.section ?? "") }
                for label in labels { mark(.equation, label, tex: math.tex, claims: claims.map(\.text)) }
                for claim in claims { mention(.claim, claim.text) }
            case .algorithm(let label, let title, let steps):
                if let label { mark(.algorithm, label) }
                visit(title)
                for step in steps { visit(step.content) }
            case .snippet(let name): mention(.snippet, name.text)
            }
        }

        private mutating func visit(_ noun: Problem.Noun, _ name: Name, _ caption: [Inline<Parsed>]) {
            let parts = name.text.split(separator: "/", maxSplits: 1).map(String.init)
            if parts.count == 2 {
                mention(noun, parts[1], of: parts[0])
            } else {
                mark(noun, name)
                mention(noun, name.text)
            }
            visit(caption)
        }

        private mutating func visit(_ inlines: [Inline<Parsed>]) {
            for inline in inlines {
                if case .leaf(let leaf) = inline { visit(leaf) }
                visit(inline.children)
            }
        }

        private mutating func visit(_ leaf: Parsed.InlineLeaf) {
            switch leaf {
            case .value(let query): mention(.value, query.name, of: query.section ?? "")
            case .claim(let name): mention(.claim, name.text)
            case .reference(let name): mention(.target, name.text)
            case .math(_, let values):
                for query in values { mention(.value, query.name, of: query.section ?? "") }
            case .local(let address, _): mention(.link, address.text)
            case .term(let name, let id): mark(.term, Name(text: id, place: name.place), tex: name.text)
            case .citation(let queries, let form):
                for query in queries { mention(.citation, query.key.text) }
                guard let place = queries.first?.key.place else { return }
                let sources = queries.map {
                    Citation.Source(
                        key: $0.key.text, prefix: $0.prefix, locator: $0.locator, isYearAlone: $0.isYearAlone)
                }
                citations.append(
                    Citation(
                        line: place.line, column: place.column, form: form, isOfFullRun: isOfFullRun, sources: sources))
            }
        }

        private mutating func mark(_ noun: Problem.Noun, _ name: Name, tex: String = "", claims: [String] = []) {
            landmarks.append(
                Landmark(
                    noun: noun, name: name.text, line: name.place.line, column: name.place.column, tex: tex,
                    claims: claims))
        }

        private mutating func mention(_ noun: Problem.Noun, _ name: String, of section: String = "") {
            mentions.append(Mention(noun: noun, section: section, name: name, isOfFullRun: isOfFullRun))
        }
    }
}
