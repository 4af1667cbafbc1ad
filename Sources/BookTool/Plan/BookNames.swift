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
    /// The sections that `--only` names, each by itself or several with commas between; none when it does not stand there.
    ///
    /// - Throws: `ToolError.unknownSection`, or `ToolError.emptyOnly` where a name is missing.
    func sections(named only: [String]) throws -> [NumberedSection] {
        try only.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }.map { name in
            guard !name.isEmpty else { throw ToolError.emptyOnly(known: sections.map(\.info.slug)) }
            return try section(named: String(name))
        }
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
