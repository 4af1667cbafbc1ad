import Foundation
import Notebook

/// A page of the documentation that `help` prints, the same that lies in `docs`.
struct Topic {
    /// As the command line calls it.
    let name: String
    private let bytes: [UInt8]

    static let all = [
        Topic(name: "first-book", bytes: PackageResources.first_book_md),
        Topic(name: "first-study", bytes: PackageResources.first_study_md),
        Topic(name: "claims", bytes: PackageResources.claims_md),
        Topic(name: "data", bytes: PackageResources.data_md),
        Topic(name: "profiles", bytes: PackageResources.profiles_md),
        Topic(name: "settings", bytes: PackageResources.settings_md),
        Topic(name: "store", bytes: PackageResources.store_md),
        Topic(name: "prose", bytes: PackageResources.prose_md),
        Topic(name: "preview", bytes: PackageResources.preview_md),
        Topic(name: "format", bytes: PackageResources.format_md),
        Topic(name: "cluster", bytes: PackageResources.cluster_md),
    ]

    /// The names of all, as a sentence lists them.
    static var list: String { all.map(\.name).joined(separator: ", ") }

    /// The page, with the name of `book` in the place of this project's own.
    func text(for book: Book) -> String {
        let text = String(decoding: bytes, as: UTF8.self).replacing("regbook", with: book.name)
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    /// The topic that `arguments` ask for; nil where they are no request for one.
    ///
    /// - Throws: `ToolError.unknownTopic` for help on what is neither a topic nor a command.
    static func asked(by arguments: [String]) throws(ToolError) -> Topic? {
        guard arguments.count == 2, arguments[0] == "help", !arguments[1].hasPrefix("-") else { return nil }
        let commands = RootCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
        if let topic = all.first(where: { $0.name == arguments[1] }) { return topic }
        guard commands.contains(arguments[1]) else {
            throw .unknownTopic(
                arguments[1], known: all.map(\.name) + commands.filter { name in !all.contains { $0.name == name } })
        }
        return nil
    }
}
