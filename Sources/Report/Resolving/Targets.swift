import Notebook

/// All that cross references can lead to: numbered in reading order, before anything is resolved.
struct Targets: Sendable {
    /// By label; figures and tables under "fig-slug/name".
    private(set) var byLabel: [String: Target] = [:]
    /// The numbers of equations by label.
    private(set) var equations: [String: String] = [:]
    private(set) var problems: [Problem] = []

    init(_ pages: [PageSource]) {
        for page in pages {
            guard let section = page.record?.section else { continue }
            add(
                "sec-\(page.slug)",
                Target(
                    anchor: Anchor(page: page.slug, id: ""),
                    text: section.number.contains(".") ? "Section \(section.number)" : "Chapter \(section.number)",
                    title: section.info.title))
            number(page, section: section)
        }
    }

    /// The target of `label` as page `slug` writes it.
    func target(_ label: String, from slug: String) -> Target? {
        byLabel[label] ?? byLabel[Self.qualified(label, slug)]
    }

    /// Every label that page `slug` may write.
    func labels(from slug: String) -> [String] {
        byLabel.keys.flatMap { label -> [String] in
            let own = label.replacing("-\(slug)/", with: "-")
            return own == label ? [label] : [label, own]
        }
    }

    /// "fig-name" of page "slug" as "fig-slug/name".
    static func qualified(_ label: String, _ slug: String) -> String {
        String(label.prefix(4)) + slug + "/" + label.dropFirst(4)
    }

    private mutating func number(_ page: PageSource, section: NumberedSection) {
        let base = section.number.contains(".") ? section.number : "\(section.number).0"
        var figures = 0
        var tables = 0
        var displays = 0
        for case .leaf(let leaf) in page.blocks {
            switch leaf {
            case .figure(let name, _) where !name.text.contains("/"):
                figures += 1
                let anchor = Anchor(page: page.slug, id: "fig-\(name.text)")
                add(
                    "fig-\(page.slug)/\(name.text)", at: name, noun: .figure,
                    Target(anchor: anchor, text: "Figure \(base).\(figures)", title: ""))
            case .table(let name, _) where !name.text.contains("/"):
                tables += 1
                let anchor = Anchor(page: page.slug, id: "tbl-\(name.text)")
                add(
                    "tbl-\(page.slug)/\(name.text)", at: name, noun: .table,
                    Target(anchor: anchor, text: "Table \(base).\(tables)", title: ""))
            case .display(let math, let labels, _):
                for label in labels {
                    let number = Self.chapterNumber(label.text) ?? "\(base).\(displays + 1)"
                    if Self.chapterNumber(label.text) == nil { displays += 1 }
                    equations[label.text] = number
                    let anchor = Anchor(page: page.slug, id: label.text)
                    add(
                        label.text, at: label, noun: .equation,
                        Target(anchor: anchor, text: "Equation \(number)", title: math.tex))
                }
            case .algorithm(let label?, _, _):
                let number = Self.chapterNumber(label.text) ?? base
                let anchor = Anchor(page: page.slug, id: label.text)
                add(
                    label.text, at: label, noun: .algorithm,
                    Target(anchor: anchor, text: "Algorithm \(number)", title: ""))
            default: continue
            }
        }
    }

    /// "7.6" of "eq-7-6"; nil when the label holds anything but numbers.
    static func chapterNumber(_ label: String) -> String? {
        let parts = label.split(separator: "-").dropFirst()
        guard !parts.isEmpty, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return nil }
        return parts.joined(separator: ".")
    }

    private mutating func add(_ label: String, at name: Name? = nil, noun: Problem.Noun = .section, _ target: Target) {
        if byLabel.updateValue(target, forKey: label) != nil, let name {
            problems.append(Problem(.duplicate(noun, name.text), at: name.place))
        }
    }
}
