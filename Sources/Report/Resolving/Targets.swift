import Foundation
import Notebook

/// All that cross references and links can lead to: numbered in reading order, before anything is resolved.
struct Targets: Sendable {
    /// By label; what belongs to its page under "fig-slug/name".
    private(set) var byLabel: [String: Target] = [:]
    /// The numbers of equations, algorithms and boxes by label.
    private(set) var numbers: [String: String] = [:]
    private(set) var problems: [Problem] = []
    /// The elements of each page that a link can lead to.
    private(set) var ids: [String: Set<String>] = [:]
    private(set) var absentPages: Set<String> = []
    let language: Language

    /// - Parameter absent: the pages of sections that the report does not show; what stands there has a number only.
    init(_ pages: [PageSource], absent: [PageSource] = [], in language: Language = .english) {
        self.language = language
        for page in pages { add(page, isAbsent: false) }
        for page in absent {
            add(page, isAbsent: true)
            absentPages.insert(page.slug)
        }
    }

    /// What is known already of some.
    init(
        byLabel: [String: Target], numbers: [String: String], ids: [String: Set<String>], absentPages: Set<String>,
        in language: Language
    ) {
        self.byLabel = byLabel
        self.numbers = numbers
        self.ids = ids
        self.absentPages = absentPages
        self.language = language
    }

    /// The target of `label` as page `slug` writes it.
    func target(_ label: String, from slug: String) -> Target? {
        byLabel[label] ?? byLabel[Self.qualified(label, slug)]
    }

    /// The number of the algorithm, box, table or listing `label` of page `slug`.
    func number(_ label: String, on slug: String) -> String? { numbers[label] ?? numbers[Self.qualified(label, slug)] }

    /// Every label that page `slug` may write.
    func labels(from slug: String) -> [String] {
        byLabel.keys.filter { !$0.hasPrefix("box-") }.flatMap { label -> [String] in
            let own = label.replacing("-\(slug)/", with: "-")
            return own == label ? [label] : [label, own]
        }
    }

    /// "fig-name" of page "slug" as "fig-slug/name".
    static func qualified(_ label: String, _ slug: String) -> String {
        String(label.prefix(4)) + slug + "/" + label.dropFirst(4)
    }

    // MARK: Links

    /// Where a link of page `slug` to `address` leads.
    enum Destination {
        case anchor(Anchor)
        /// A section that this report does not show.
        case absent
        case nowhere(suggestion: String?)
    }

    func destination(of address: String, from slug: String) -> Destination {
        let halves = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        var page = halves[0].hasPrefix("./") ? String(halves[0].dropFirst(2)) : halves[0]
        for ending in [".md", ".html", ".xhtml"] where page.hasSuffix(ending) { page.removeLast(ending.count) }
        if page.isEmpty { page = slug }
        if absentPages.contains(page) { return .absent }
        guard let known = ids[page] else {
            return .nowhere(suggestion: Spelling.nearest(to: page, among: ids.keys).map { "\($0).md" })
        }
        guard halves.count == 2, !halves[1].isEmpty else { return .anchor(Anchor(page: page, id: "")) }
        let id = halves[1].removingPercentEncoding ?? halves[1]
        guard !known.contains(id) else { return .anchor(Anchor(page: page, id: id)) }
        let near = Spelling.nearest(to: id, among: known)
        return .nowhere(suggestion: near.map { "\(halves[0])#\($0)" })
    }

    // MARK: Pages

    private mutating func add(_ page: PageSource, isAbsent: Bool) {
        let (slug, source) = (page.slug, page.source)
        func target(_ id: String, _ text: String, title: String = "") -> Target {
            Target(anchor: Anchor(page: slug, id: id), text: text, title: title, isAbsent: isAbsent)
        }
        var base = ""
        if let section = page.section {
            let kind = section.number.contains(".") ? "Section" : "Chapter"
            add("sec-\(slug)", target("", "\(language.name(kind)) \(section.number)", title: section.info.title))
            base = section.number.contains(".") ? "\(section.number)." : "\(section.number).0."
        }
        var counts: [String: Int] = [:]
        // The number of the group of figures that is open, and how many parts it has so far.
        var group: (number: String, parts: Int)?
        func next(_ kind: String) -> String {
            if kind == "figure", let open = group {
                group = (open.number, open.parts + 1)
                return open.number + String(UnicodeScalar(UInt8(97 + open.parts % 26)))
            }
            counts[kind, default: 0] += 1
            return base + String(counts[kind, default: 0])
        }
        var known: Set<String> = []
        for landmark in page.facts.landmarks {
            let name = landmark.name
            // Of the source alone: a page is copied into each of these.
            let place = { source.place(line: landmark.line, column: landmark.column) }
            var id = name
            switch landmark.noun {
            case .figure where landmark.tex.isEmpty:
                id = "fig-\(name)"
                add("fig-\(slug)/\(name)", target(id, named("Figure", next("figure"))), as: landmark, place)
            case .table where landmark.tex.isEmpty:
                id = "tbl-\(name)"
                add("tbl-\(slug)/\(name)", target(id, named("Table", next("table"))), as: landmark, place)
            case .figure where landmark.tex == "end of group":
                group = nil
                continue
            case .figure, .table, .listing:
                let kind = landmark.noun.rawValue
                let number = next(kind)
                if landmark.tex == "group" { group = (number, 0) }
                let text = "\(language.name(kind.capitalized)) \(number)"
                let key = Self.qualified(name, slug)
                numbers[key] = text
                add(key, target(name, text), as: landmark, place)
            case .equation:
                let number = Self.chapterNumber(name) ?? next("equation")
                numbers[name] = number
                add(name, target(name, named("Equation", number), title: landmark.tex), as: landmark, place)
            case .algorithm:
                let number = Self.chapterNumber(name) ?? next("algorithm")
                numbers[name] = number
                add(name, target(name, named("Algorithm", number)), as: landmark, place)
            case .box:
                let text = "\(language.name(landmark.tex.capitalized)) \(next(landmark.tex))"
                let key = name.hasPrefix("box-") ? Self.qualified(name, slug) : name
                numbers[key] = text
                add(key, target(name, text), as: landmark, place)
            case .heading:
                let own = name.hasPrefix("sec-") ? String(name.dropFirst(4)) : name
                // Whoever reads the page tells of a label that is given twice.
                add("sec-\(slug)/\(own)", target(name, "“\(landmark.tex)”"))
            case .term: break
            default: continue
            }
            known.insert(id)
        }
        ids[slug] = known
    }

    /// Pages that every report has in every format.
    mutating func addPages(_ slugs: [String: Set<String>]) { ids.merge(slugs) { first, _ in first } }

    /// "7.6" of "eq-7-6"; nil when the label holds anything but numbers.
    static func chapterNumber(_ label: String) -> String? {
        // By bytes, for a book has hundreds of equations.
        let parts = label.utf8.split(separator: UInt8(ascii: "-")).dropFirst()
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard !parts.isEmpty, parts.allSatisfy({ $0.allSatisfy(digits.contains) }) else { return nil }
        return parts.map { String(Substring($0)) }.joined(separator: ".")
    }

    /// "Figure 7.2.1" in the book's language.
    private func named(_ kind: String, _ number: String) -> String { "\(language.name(kind)) \(number)" }

    private mutating func add(
        _ label: String, _ target: Target, as landmark: PageFacts.Landmark? = nil,
        _ place: () -> Place = { Place(file: "") }
    ) {
        if target.isAbsent, byLabel[label] != nil { return }
        if byLabel.updateValue(target, forKey: label) != nil, let landmark {
            problems.append(Problem(.duplicate(landmark.noun, landmark.name), at: place()))
        }
    }
}
