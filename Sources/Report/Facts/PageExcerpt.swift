import Foundation
import Notebook

/// What a page takes from the rest of the book, so that its prose can be set again without the rest, as long as it names the
/// same things.
public struct PageExcerpt: Sendable {
    /// Hexadecimal digest of the page's facts.
    let facts: String
    /// The sections whose results it takes, its own included.
    public let sections: [String]
    let targets: Targets
    let bibliography: Bibliography
    let snippets: [String: Snippet]

    /// What `page` takes from `answers`.
    init(of page: PageSource, from answers: Answers) {
        facts = page.facts.digest
        let mentions = page.facts.mentions
        var sections: Set<String> = [page.slug]
        for mention in mentions {
            sections.insert(mention.section(on: page.slug))
            if mention.noun == .claim, let entry = answers.claimsByID[mention.name] {
                sections.insert(entry.section.info.slug)
            }
        }
        self.sections = sections.filter { answers.records[$0] != nil }.sorted()
        targets = answers.targets.excerpt(of: page)
        bibliography = answers.bibliography.excerpt(
            Set(mentions.filter { $0.noun == .citation }.map(\.name)))
        let names = Set(mentions.filter { $0.noun == .snippet }.map(\.name))
        snippets = answers.snippets.filter { names.contains($0.key) }
    }

    /// Reads what `data` wrote; nil for anything else.
    public init?(data: Data, in language: Language) {
        guard let texts = TextList(data: data)?.texts else { return nil }
        var rest = texts[...]
        guard let facts = rest.popFirst(), let sections = rest.popList(1),
            let targets = Targets(texts: &rest, in: language),
            let bibliography = Bibliography(texts: &rest, in: language), let snippets = rest.popList(4), rest.isEmpty
        else { return nil }
        self.facts = facts
        self.sections = sections.map { $0[0] }
        self.targets = targets
        self.bibliography = bibliography
        self.snippets = Dictionary(
            snippets.map {
                ($0[0], Snippet(name: $0[0], file: $0[1], line: Int($0[2]) ?? 0, text: $0[3]))
            }
        ) { first, _ in first }
    }

    var data: Data {
        let snippets = snippets.values.sorted { $0.name < $1.name }.map { [$0.name, $0.file, "\($0.line)", $0.text] }
        return TextList(
            [facts] + sections.map { [$0] }.asTexts + targets.texts + bibliography.texts + snippets.asTexts
        ).data
    }
}

extension [[String]] {
    /// How many there are, then all of them.
    var asTexts: [String] { ["\(count)"] + flatMap(\.self) }
}

extension ArraySlice<String> {
    /// Takes from the front what `asTexts` wrote, so many texts each; nil for anything else.
    mutating func popList(_ size: Int) -> [[String]]? {
        guard let first = popFirst(), let count = Int(first), (0...self.count / size).contains(count) else {
            return nil
        }
        let lists = (0..<count).map { Array(self[(startIndex + $0 * size)..<(startIndex + ($0 + 1) * size)]) }
        self = dropFirst(count * size)
        return lists
    }
}

extension Targets {
    /// Those that `page` may ask for.
    func excerpt(of page: PageSource) -> Targets {
        let slug = page.slug
        var labels: Set<String> = []
        var (targets, numbers): ([String: Target], [String: String]) = ([:], [:])
        var (ids, absent): ([String: Set<String>], Set<String>) = ([:], [])
        for mention in page.facts.mentions {
            let owner = mention.section(on: slug)
            switch mention.noun {
            case .target: labels.insert(mention.name)
            case .figure: labels.formUnion(["fig-\(owner)/\(mention.name)", "sec-\(owner)"])
            case .table: labels.formUnion(["tbl-\(owner)/\(mention.name)", "sec-\(owner)"])
            case .value: labels.insert("sec-\(owner)")
            case .link:
                switch destination(of: mention.name, from: slug) {
                case .anchor(let anchor): ids[anchor.page, default: []].insert(anchor.id)
                case .absent: absent.formUnion(absentPages)
                case .nowhere: break
                }
            default: break
            }
        }
        for landmark in page.facts.landmarks {
            if landmark.noun == .algorithm { labels.insert(landmark.name) }
            for key in [landmark.name, Self.qualified(landmark.name, slug)] { numbers[key] = self.numbers[key] }
        }
        for label in labels { targets[label] = target(label, from: slug) }
        return Targets(byLabel: targets, numbers: numbers, ids: ids, absentPages: absent, in: language)
    }

    fileprivate var texts: [String] {
        byLabel.sorted { $0.key < $1.key }.map { label, target in
            [label, target.anchor.page, target.anchor.id, target.text, target.title, "\(target.isAbsent)"]
        }.asTexts + numbers.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }.asTexts
            + ids.sorted { $0.key < $1.key }.flatMap { page, ids in ids.sorted().map { [page, $0] } }.asTexts
            + absentPages.sorted().map { [$0] }.asTexts
    }

    fileprivate init?(texts: inout ArraySlice<String>, in language: Language) {
        guard let targets = texts.popList(6), let numbers = texts.popList(2), let places = texts.popList(2),
            let absent = texts.popList(1)
        else { return nil }
        let byLabel = targets.map { fields in
            let anchor = Anchor(page: fields[1], id: fields[2])
            return (
                fields[0], Target(anchor: anchor, text: fields[3], title: fields[4], isAbsent: fields[5] == "true")
            )
        }
        self.init(
            byLabel: Dictionary(byLabel) { first, _ in first },
            numbers: Dictionary(numbers.map { ($0[0], $0[1]) }) { first, _ in first },
            ids: Dictionary(grouping: places) { $0[0] }.mapValues { Set($0.map { $0[1] }) },
            absentPages: Set(absent.map { $0[0] }), in: language)
    }
}

extension Bibliography {
    /// The same with the sources called `names` alone.
    func excerpt(_ names: Set<String>) -> Bibliography {
        Bibliography(
            references: references.filter { names.contains($0.key) }, years: years.filter { names.contains($0.key) },
            in: language)
    }

    fileprivate var texts: [String] {
        let all = references.values.sorted { $0.id < $1.id }
        return years.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }.asTexts + ["\(all.count)"]
            + all.flatMap(\.texts)
    }

    fileprivate init?(texts: inout ArraySlice<String>, in language: Language) {
        guard let years = texts.popList(2), let count = texts.popFirst().flatMap({ Int($0) }),
            (0...texts.count).contains(count)
        else { return nil }
        var references: [String: Reference] = [:]
        for _ in 0..<count {
            guard let reference = Reference(texts: &texts, in: [:]) else { return nil }
            references[reference.id] = reference
        }
        self.init(
            references: references, years: Dictionary(years.map { ($0[0], $0[1]) }) { first, _ in first },
            in: language)
    }
}
