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
