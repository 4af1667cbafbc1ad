import ArgumentParser

/// `regbook data`: what belongs to data sets.
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data", abstract: "Fetches data sets.", subcommands: [FetchCommand.self])
}
