import ArgumentParser

/// `regbook` itself: its subcommands.
struct RootCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: BookTool.name,
            abstract: "Reproduces a book by experiments and binds the outcome into a website and a PDF.",
            discussion: "--generate-completion-script bash, zsh or fish prints what completes its commands in a shell.",
            version: BookTool.current?.version ?? "",
            subcommands: [
                BuildCommand.self, ServeCommand.self, ListCommand.self, RunCommand.self, WhyCommand.self,
                DiffCommand.self, KeepCommand.self, StabilityCommand.self, CleanCommand.self, DataCommand.self,
                NewCommand.self, EjectCommand.self, DoctorCommand.self,
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
