import Notebook

/// A source as a reference list shows it, free of HTML and TeX.
struct ReferenceText {
    enum Piece: Sendable {
        case text([Inline<Resolved>])
        /// The title of what stands on a shelf: a book, a journal.
        case title([Inline<Resolved>])
        case link(String)
    }

    private let language: Language

    static func pieces(of entry: CitationEntry) -> [Piece] {
        ReferenceText(language: entry.language).pieces(of: entry)
    }

    private func pieces(of entry: CitationEntry) -> [Piece] {
        let source = entry.reference
        let title = RichTitle.read(source.title, at: source.place)
        var pieces = Pieces()
        let signers = source.authors.isEmpty ? source.editors : source.authors
        if signers.isEmpty {
            // Nobody signs: the title stands in the place of names.
            source.container.isEmpty ? pieces.title(title) : pieces.text(title)
            pieces.text(" (\(entry.year))")
            pieces.stop()
        } else {
            let isEdited = source.authors.isEmpty
            pieces.text(people(signers) + (isEdited ? " (\(editors(signers)))" : ""))
            pieces.text(" (\(entry.year)). ")
            if source.container.isEmpty { pieces.title(title) } else { pieces.text(title) }
        }
        if source.container.isEmpty {
            let about = [edition(source.edition), source.genre, volume(source)]
                .filter { !$0.isEmpty }
            if !about.isEmpty { pieces.text(" (\(about.joined(separator: ", ")))") }
            if !signers.isEmpty || !about.isEmpty { pieces.stop() }
            if !source.pages.isEmpty { pieces.text("\(source.pages). ") }
        } else {
            if !signers.isEmpty { pieces.stop() }
            self.container(of: source, into: &pieces)
        }
        let house = [source.publisherPlace, source.publisher].filter { !$0.isEmpty }.joined(separator: ": ")
        if !house.isEmpty {
            pieces.text(house)
            pieces.stop()
        }
        if !source.address.isEmpty { pieces.link(source.address) }
        return pieces.all
    }

    /// The journal with volume and pages, or "In E. Editor (Ed.), Book (2nd ed., pp. 1–9)".
    private func container(of source: Reference, into pieces: inout Pieces) {
        let container = RichTitle.read(source.container, at: source.place)
        guard source.kind == "chapter" || source.kind == "paper-conference" && !source.editors.isEmpty else {
            pieces.title(container)
            var tail = ""
            if !source.volume.isEmpty { tail += " \(source.volume)" }
            if !source.issue.isEmpty { tail += "(\(source.issue))" }
            if !source.pages.isEmpty { tail += ", \(source.pages)" }
            pieces.text(tail)
            if !source.edition.isEmpty { pieces.text(" (\(edition(source.edition)))") }
            pieces.stop()
            return
        }
        pieces.text("\(language.name("In")) ")
        if !source.editors.isEmpty, !source.authors.isEmpty {
            let names = source.editors.map { editor in
                (Self.initials(editor.given) + [editor.family]).joined(separator: " ")
                    + (editor.suffix.isEmpty ? "" : ", \(editor.suffix)")
            }
            pieces.text("\(joined(names)) (\(editors(source.editors))), ")
        }
        pieces.title(container)
        let about = [
            edition(source.edition), volume(source),
            source.pages.isEmpty
                ? "" : "\(language.name(source.pages.contains("–") ? "pp." : "p.")) \(source.pages)",
        ].filter { !$0.isEmpty }
        if !about.isEmpty { pieces.text(" (\(about.joined(separator: ", ")))") }
        pieces.stop()
    }

    private func editors(_ people: [Reference.Author]) -> String { language.name(people.count > 1 ? "Eds." : "Ed.") }

    private func volume(_ source: Reference) -> String {
        source.volume.isEmpty ? "" : "\(language.name("Vol.")) \(source.volume)"
    }

    /// "2nd ed." of "2"; "revised ed." of "revised".
    private func edition(_ text: String) -> String {
        guard !text.isEmpty else { return "" }
        let word = language.name("ed.")
        guard let number = Int(text) else {
            return text.hasSuffix(word) || text.contains("edition") ? text : "\(text) \(word)"
        }
        guard language == .english else { return "\(number)\(language.name("th")) \(word)" }
        let ending =
            switch (number % 100, number % 10) {
            case (11...13, _): "th"
            case (_, 1): "st"
            case (_, 2): "nd"
            case (_, 3): "rd"
            default: "th"
            }
        return "\(number)\(ending) \(word)"
    }

    /// "Breiman, L.", "Krogh, A. and Hertz, J. A.".
    private func people(_ authors: [Reference.Author]) -> String {
        joined(
            authors.map { author in
                let initials = Self.initials(author.given)
                return
                    ([author.family] + (initials.isEmpty ? [] : [initials.joined(separator: " ")])
                    + (author.suffix.isEmpty ? [] : [author.suffix])).joined(separator: ", ")
            })
    }

    private func joined(_ names: [String]) -> String {
        guard names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " \(language.name("and")) " + (names.last ?? "")
    }

    /// "J.-P." of "Jean-Pierre", "L." of "Leo"; particles stay as they are.
    private static func initials(_ given: String) -> [String] {
        given.split(separator: " ").flatMap { $0.split(separator: ".") }.map { name in
            guard name.first?.isLowercase != true else { return String(name) }
            return name.split(separator: "-").compactMap(\.first).map { "\($0)." }.joined(separator: "-")
        }
    }

    /// Pieces that know how the last of them ends, so that no sentence has two stops.
    private struct Pieces {
        private(set) var all: [Piece] = []
        private var last: Character?

        mutating func text(_ text: String) {
            guard !text.isEmpty else { return }
            all.append(.text([.text(text)]))
            last = text.last
        }

        mutating func text(_ inlines: [Inline<Resolved>]) {
            all.append(.text(inlines))
            last = inlines.plainText.last
        }

        mutating func title(_ inlines: [Inline<Resolved>]) {
            all.append(.title(inlines))
            last = inlines.plainText.last
        }

        mutating func link(_ address: String) { all.append(.link(address)) }

        mutating func stop() { text(last.map { ".?!…".contains($0) } ?? false ? " " : ". ") }
    }
}
