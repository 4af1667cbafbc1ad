import Foundation

/// Runs programs that tell whether what a report wrote is as it should be.
enum Program {
    /// What `program`, by its path from the repository's root, wrote to standard output.
    ///
    /// - Throws: `Failed` when it ended otherwise than well.
    static func output(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: program, relativeTo: FixtureBook.repository)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(program: program, text: text) }
        return text
    }

    struct Failed: Error {
        let program: String
        let text: String
    }
}
