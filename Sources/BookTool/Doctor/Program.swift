import Foundation

/// A program that is asked something.
struct Program {
    /// The first line it printed; nil when it is missing, fails or prints nothing.
    let firstLine: String?

    init(_ name: String, _ arguments: [String]) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            firstLine = nil
            return
        }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let line = text.split(separator: "\n").first.map(String.init)
        firstLine = process.terminationStatus == 0 ? line : nil
    }
}
