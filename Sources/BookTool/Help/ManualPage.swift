import ArgumentParser
import Foundation

/// The manual page of a book's program, made from what `--help` says.
struct ManualPage {
    /// In the language of man(7).
    let text: String

    /// - Parameter tool: the tool whose commands are told; the current one.
    init(of tool: BookTool) throws {
        let help: Help
        do {
            _ = try RootCommand.parseAsRoot(["--experimental-dump-help"])
            preconditionFailure("Help is told by an error.")
        } catch {
            help = try JSONDecoder().decode(Help.self, from: Data(RootCommand.fullMessage(for: error).utf8))
        }
        let name = tool.book.name
        var lines = [
            ".TH \(name.uppercased()) 1 \"\" \"BookTool \(ToolVersion.number)\" \"\(Self.escaped(tool.book.title))\"",
            ".SH NAME", "\(Self.escaped(name)) \\- \(Self.escaped(help.command.abstract ?? ""))", ".SH SYNOPSIS",
            ".B \(Self.escaped(name))", ".I command", "[options]", ".SH DESCRIPTION",
            Self.escaped(help.command.discussion ?? ""), ".SH COMMANDS",
        ]
        for command in help.command.subcommands ?? [] { lines += Self.lines(on: command, before: [name]) }
        lines += [
            ".SH FILES", ".TP", ".I \(Self.escaped("\(name).yml"))",
            "The settings; the folder that holds them is the book's root.",
            ".TP", ".I templates", "The prose.", ".TP", ".I output", "The report.", ".TP",
            ".I \(Self.escaped(".\(name)"))",
            "The store.", ".SH EXIT STATUS",
            "0 where all is well, 1 where something is wrong, 64 where the command line makes no sense.",
        ]
        text = lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func lines(on command: Help.Command, before: [String]) -> [String] {
        let name = before + [command.commandName]
        var lines = [".SS \"\(escaped(name.joined(separator: " ")))\"", escaped(command.abstract ?? "")]
        if let discussion = command.discussion { lines += [".PP", escaped(discussion)] }
        for argument in command.arguments ?? [] where argument.shouldDisplay && argument.abstract != nil {
            lines += [".TP", ".B \(escaped(argument.term))", escaped(argument.abstract ?? "")]
        }
        for subcommand in command.subcommands ?? [] where subcommand.commandName != "help" {
            lines += Self.lines(on: subcommand, before: name)
        }
        return lines
    }

    /// A text in which nothing is taken for a command of man.
    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("\"", with: "\\(dq")
            .split(separator: "\n").map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&" + $0 : String($0) }
            .joined(separator: "\n")
    }

    /// What the argument parser says of a program.
    private struct Help: Decodable {
        let command: Command

        struct Command: Decodable {
            let commandName: String
            let abstract: String?
            let discussion: String?
            let subcommands: [Command]?
            let arguments: [Argument]?
        }

        struct Argument: Decodable {
            let shouldDisplay: Bool
            let names: [Name]?
            let valueName: String?
            let abstract: String?
            let kind: String

            struct Name: Decodable {
                let kind: String
                let name: String
            }

            /// As one writes it: "-q, --quiet", "--seed number", "section".
            var term: String {
                let names = (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
                guard !names.isEmpty else { return valueName ?? "" }
                return names.joined(separator: ", ") + (kind == "option" ? " \(valueName ?? "value")" : "")
            }
        }
    }
}
