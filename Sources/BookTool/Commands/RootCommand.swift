import ArgumentParser

/// `regbook` itself: its subcommands.
struct RootCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: BookTool.name,
            abstract: "Runs the experiments of a book and binds the outcome into a website, a PDF and an EPUB.",
            discussion: """
                '\(BookTool.name) help' with one of \(Topic.list) explains more. --generate-completion-script bash, zsh or fish \
                prints what completes its commands in a shell, --generate-man-page its manual page.
                """,
            version: "\(BookTool.current?.book.title ?? ""), BookTool \(ToolVersion.number)",
            subcommands: [
                BuildCommand.self, ServeCommand.self, ListCommand.self, RunCommand.self, WhyCommand.self,
                DiffCommand.self, KeepCommand.self, PlanCommand.self, WorkCommand.self, StabilityCommand.self,
                CleanCommand.self, DataCommand.self, NewCommand.self, EjectCommand.self, SchemaCommand.self,
                DoctorCommand.self,
            ])
    }
}

extension ParsableCommand {
    /// The tool that runs this command.
    var tool: BookTool {
        guard let tool = BookTool.current else { preconditionFailure("commands run through BookTool.run(_:)") }
        return tool
    }
}
