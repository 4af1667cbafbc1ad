/// A section as a report shows it: the studies that have run, and the page they make together.
public struct SectionRecord: Sendable {
    public let section: NumberedSection
    public let profile: Profile
    public let seed: UInt64
    /// In reading order.
    public let studies: [StudyRecord]
    /// What all studies show. A name that several of them use has the study's before it, with a hyphen between.
    public let page: Page
    /// The command that runs this section again.
    public let rerunCommand: String
    /// The names of values, figures and tables on `page`, by kind, study and name in the study.
    private let names: [Name: String]
    private let owners: [Name: Int]

    private struct Name: Hashable {
        let noun: PageNoun
        var study = ""
        let name: String
    }

    /// - Throws: `PageError` when two claims bear one id.
    public init(
        section: NumberedSection, profile: Profile, seed: UInt64, studies: [StudyRecord], rerunCommand: String
    ) throws(PageError) {
        self.section = section
        self.profile = profile
        self.seed = seed
        self.studies = studies
        self.rerunCommand = rerunCommand
        var uses: [Name: Int] = [:]
        for element in studies.flatMap(\.page.elements) {
            uses[Name(noun: element.noun, name: element.name), default: 0] += 1
        }
        var (elements, names, owners): ([PageElement], [Name: String], [Name: Int]) = ([], [:], [:])
        for (place, record) in studies.enumerated() {
            let study = record.study.name
            for element in record.page.elements {
                let isShared = uses[Name(noun: element.noun, name: element.name), default: 0] > 1
                let name = isShared && element.noun != .claim ? "\(study)-\(element.name)" : element.name
                names[Name(noun: element.noun, study: study, name: element.name)] = name
                owners[Name(noun: element.noun, name: name)] = place
                elements.append(element.renamed(name))
            }
        }
        page = Page(elements: elements)
        self.names = names
        self.owners = owners
        try page.checkNames()
    }

    /// The name on `page` of what the study calls `name`; of a value, also `parameters.` and the name of a parameter.
    public func name(_ noun: PageNoun, _ name: String, of study: String) -> String? {
        if noun == .value, name.hasPrefix(Self.parameters) { return "\(study)/\(name)" }
        return names[Name(noun: noun, study: study, name: name)]
    }

    /// The names on `page` of what the study shows, sorted.
    public func pageNames(_ noun: PageNoun, of study: String) -> [String] {
        names.filter { $0.key.noun == noun && $0.key.study == study }.values.sorted()
    }

    /// The names on `page` that bear their study's before them.
    public var sharedNames: [String] { names.filter { $0.key.name != $0.value }.values.sorted() }

    /// The study that shows the figure called `name` on `page`.
    public func study(ofFigure name: String) -> StudyRecord? {
        owners[Name(noun: .figure, name: name)].map { studies[$0] }
    }

    /// The study that makes `claim`.
    public func study(of claim: Claim) -> StudyRecord? {
        owners[Name(noun: .claim, name: claim.id)].map { studies[$0] }
    }

    private static let parameters = "parameters."

    /// The value called `name`, or the parameter called `parameters.` and its name, of the study before a slash or of the
    /// only one that has it.
    public func value(_ name: String) -> Quantity? {
        if let value = page.values[name] { return value }
        let parts = name.split(separator: "/", maxSplits: 1)
        guard let path = parts.last, path.hasPrefix(Self.parameters) else { return nil }
        let owners = parts.count == 1 ? studies : studies.filter { $0.study.name == parts[0] }
        let found = owners.compactMap { $0.parameter(path.dropFirst(Self.parameters.count)) }
        return found.count == 1 ? found[0] : nil
    }

    /// What a reader calls the images in use; nil for a section that reads none.
    public var dataName: String? { studies.lazy.compactMap(\.dataName).first }

    /// Whether nothing was changed by the reader.
    public var isAsWritten: Bool { studies.allSatisfy(\.isAsWritten) }

    /// What the studies took when they last ran, in seconds.
    public var seconds: Double { studies.reduce(0) { $0 + $1.seconds } }

    /// The claims whose verdict is not the one the prose was written for.
    public var surprises: [Claim] { studies.flatMap(\.surprises) }
}
