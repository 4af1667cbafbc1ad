import Notebook

/// All that cross references can lead to: numbered in reading order, before anything is resolved.
struct Targets: Sendable {
    /// By label; figures and tables under "fig-slug/name".
    private(set) var byLabel: [String: Target] = [:]
    /// The numbers of equations by label.
    private(set) var equations: [String: String] = [:]
    private(set) var problems: [Problem] = []

    /// - Parameter absent: the pages of sections that the report does not show; what stands there has a number only.
    init(_ pages: [PageSource], absent: [PageSource] = []) {
        for page in pages { add(page, isAbsent: false) }
        for page in absent { add(page, isAbsent: true) }
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

    private mutating func add(_ page: PageSource, isAbsent: Bool) {
        guard let section = page.section else { return }
        let slug = page.slug
        func target(_ id: String, _ text: String, title: String = "") -> Target {
            Target(anchor: Anchor(page: slug, id: id), text: text, title: title, isAbsent: isAbsent)
        }
        let kind = section.number.contains(".") ? "Section" : "Chapter"
        add("sec-\(slug)", target("", "\(kind) \(section.number)", title: section.info.title))
        let base = section.number.contains(".") ? section.number : "\(section.number).0"
        var figures = 0
        var tables = 0
        var displays = 0
        for landmark in page.facts.landmarks {
            let name = landmark.name
            let place = { page.source.place(line: landmark.line, column: landmark.column) }
            switch landmark.noun {
            case .figure:
                figures += 1
                add("fig-\(slug)/\(name)", target("fig-\(name)", "Figure \(base).\(figures)"), as: landmark, place)
            case .table:
                tables += 1
                add("tbl-\(slug)/\(name)", target("tbl-\(name)", "Table \(base).\(tables)"), as: landmark, place)
            case .equation:
                let chapterNumber = Self.chapterNumber(name)
                if chapterNumber == nil { displays += 1 }
                let number = chapterNumber ?? "\(base).\(displays)"
                equations[name] = number
                add(name, target(name, "Equation \(number)", title: landmark.tex), as: landmark, place)
            case .algorithm:
                add(name, target(name, "Algorithm \(Self.chapterNumber(name) ?? base)"), as: landmark, place)
            default: continue
            }
        }
    }

    /// "7.6" of "eq-7-6"; nil when the label holds anything but numbers.
    static func chapterNumber(_ label: String) -> String? {
        // By bytes, for a book has hundreds of equations.
        let parts = label.utf8.split(separator: UInt8(ascii: "-")).dropFirst()
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard !parts.isEmpty, parts.allSatisfy({ $0.allSatisfy(digits.contains) }) else { return nil }
        return parts.map { String(Substring($0)) }.joined(separator: ".")
    }

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
