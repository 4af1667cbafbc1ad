import Foundation

/// The files that a new book, section or study begins with.
struct Starter {
    /// What stands in the place of `<#name#>` in the files.
    private var names: [String: String]

    /// - Throws: `ToolError.wrongName` for a name that is no words of lower-case letters and digits joined by hyphens,
    ///   `ToolError.takenName` for a section's that a module or a page has already.
    init(section: String, study: String, isNewSection: Bool = true) throws {
        try Self.check(section)
        try Self.check(study)
        if isNewSection {
            if TakenNames.pages.contains(section) { throw ToolError.takenName(section, by: "a page of every report") }
            try Self.checkModule(Self.typeName(section), of: section)
        }
        names = [
            "section": section, "Section": Self.typeName(section), "Section title": Self.title(section), "study": study,
            "Study": Self.typeName(study), "claim": "\(section)-\(study)",
        ]
    }

    /// A path from the book's root, and the text of the file there.
    struct File {
        let path: String
        let text: String
    }

    /// A line that a file holds, above which lines are to stand.
    struct Insertion {
        let path: String
        let mark: String
        let line: String
    }

    /// The package of a book of that name with the section.
    ///
    /// - Parameter dependency: how its manifest names this package.
    mutating func book(_ name: String, dependency: () throws -> String) throws -> [File] {
        try Self.check(name)
        try Self.checkModule(name, of: name)
        names["book"] = name
        names["Title"] = Self.title(name)
        names["dependency"] = try dependency()
        return [
            file("Package.swift", PackageResources.package_txt),
            file("Sources/\(name)/main.swift", PackageResources.main_txt),
            file("templates/index.md", PackageResources.index_txt),
            File(path: "templates/references.yml", text: "[]\n"),
            file(".vscode/tasks.json", PackageResources.tasks_txt),
            File(path: "\(name).yml", text: "seed: 1\n"),
            File(path: ".gitignore", text: ".build/\n.\(name)/\noutput/\nPackage.resolved\n"),
        ] + section
    }

    var section: [File] {
        [
            file("\(folder)/\(names["Section"] ?? "").swift", PackageResources.section_txt),
            file("templates/\(names["section"] ?? "").md", PackageResources.prose_txt),
        ] + study
    }

    var study: [File] {
        let type = names["Study"] ?? ""
        return [
            file("\(folder)/\(type)/\(type).swift", PackageResources.study_txt),
            file("\(folder)/\(type)/\(type)+Page.swift", PackageResources.page_txt),
            file("Tests/SectionTests/\(names["Section"] ?? "")\(type)Tests.swift", PackageResources.tests_txt),
        ]
    }

    /// The lines by which package and book know the section.
    ///
    /// - Parameters:
    ///   - main: the file that holds the book.
    ///   - place: the section's number within its chapter.
    func linesOfSection(main: String, place: Int) -> [Insertion] {
        let name = names["Section"] ?? ""
        return [
            Insertion(path: "Package.swift", mark: "// new sections stand above this line", line: "\"\(name)\","),
            Insertion(path: main, mark: "// imports of new sections stand above this line", line: "import \(name)"),
            Insertion(
                path: main, mark: "// new sections stand above this line", line: "(\(place), \(name)Section.self),"),
        ]
    }

    /// The line by which the section knows the study.
    var linesOfStudy: [Insertion] {
        [
            Insertion(
                path: "\(folder)/\(names["Section"] ?? "").swift", mark: "// new studies stand above this line",
                line: "\(names["Study"] ?? "").self,")
        ]
    }

    /// Where the section lies.
    var folder: String { "Sources/Chapters/\(names["Section"] ?? "")" }

    private func file(_ path: String, _ bytes: [UInt8]) -> File {
        let text = names.reduce(String(decoding: bytes, as: UTF8.self)) { text, name in
            text.replacing("<#\(name.key)#>", with: name.value)
        }
        return File(path: path, text: text)
    }

    /// "early-stopping" → "EarlyStopping"
    static func typeName(_ name: String) -> String {
        name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// "early-stopping" → "Early stopping"
    private static func title(_ name: String) -> String {
        let words = name.replacing("-", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private static func checkModule(_ module: String, of name: String) throws {
        if TakenNames.modules.contains(module) { throw ToolError.takenName(name, by: "the module \(module)") }
    }

    private static func check(_ name: String) throws {
        guard name.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil else { throw ToolError.wrongName(name) }
    }
}
