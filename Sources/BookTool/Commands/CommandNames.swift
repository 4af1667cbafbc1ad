import ArgumentParser

/// The names of the commands, for a reader who has mistyped one.
enum CommandNames {
    /// - Throws: `ToolError.unknownCommand` when `arguments` begin with a word that is no command.
    static func check(_ arguments: [String]) throws {
        var known = RootCommand.configuration.subcommands
        for word in arguments {
            guard !known.isEmpty, !word.isEmpty, !word.hasPrefix("-"), word != "help" else { return }
            guard let next = known.first(where: { $0.configuration.commandName == word }) else {
                throw ToolError.unknownCommand(word, known: known.compactMap { $0.configuration.commandName })
            }
            known = next.configuration.subcommands
        }
    }

    /// Where a reader finds what the command of `arguments` takes.
    static func hint(for arguments: [String]) -> String {
        var words = [BookTool.name]
        var known = RootCommand.configuration.subcommands
        for word in arguments {
            guard let next = known.first(where: { $0.configuration.commandName == word }) else { break }
            words.append(word)
            known = next.configuration.subcommands
        }
        return "'\(words.joined(separator: " ")) --help' tells what it takes."
    }
}
