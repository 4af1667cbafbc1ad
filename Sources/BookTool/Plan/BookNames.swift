import Notebook
import Report

extension Profile {
    /// The profile called `name`.
    ///
    /// - Throws: `ToolError.unknownProfile`.
    init(named name: String) throws {
        guard let profile = Profile(rawValue: name) else { throw ToolError.unknownProfile(name) }
        self = profile
    }
}

extension Paper {
    /// The paper called `name`.
    ///
    /// - Throws: `ToolError.unknownPaper`.
    init(named name: String) throws {
        guard let paper = Paper(rawValue: name) else { throw ToolError.unknownPaper(name) }
        self = paper
    }
}

extension Book {
    /// A study and the section that it belongs to.
    typealias Place = (section: NumberedSection, study: AnyStudy)

    /// The studies that `names` mean, in reading order: a section's all or one of them, each name by itself or several with
    /// commas between; all of the book where there are none.
    ///
    /// - Throws: `ToolError.unknownSection`, `ToolError.unknownStudy`, or `ToolError.emptyOnly` where a name is missing.
    func studies(named names: [String]) throws -> [Place] {
        let all = sections.flatMap { section in section.studies.map { (section, $0) } }
        guard !names.isEmpty else { return all }
        let wanted = try names.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
            .flatMap { try studies(named: String($0)) }
        let paths = Set(wanted.map(\.study.path))
        return all.filter { paths.contains($0.1.path) }
    }

    private func studies(named name: String) throws -> [Place] {
        guard !name.isEmpty else { throw ToolError.emptyOnly(known: sections.map(\.info.slug)) }
        let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let section = try section(named: parts[0])
        guard parts.count == 2 else { return section.studies.map { (section, $0) } }
        guard let study = section.section.study(parts[1]) else {
            throw ToolError.unknownStudy(parts[1], section: section.info.slug, known: section.studies.map(\.name))
        }
        return [(section, study)]
    }

    /// The section whose slug is `name`.
    ///
    /// - Throws: `ToolError.unknownSection`.
    func section(named name: String) throws -> NumberedSection {
        guard let section = section(name) else {
            throw ToolError.unknownSection(name, known: sections.map(\.info.slug))
        }
        return section
    }
}
