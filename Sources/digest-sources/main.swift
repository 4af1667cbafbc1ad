import Foundation
import Hashing

// usage: digest-sources <package root> <Swift file to write>
let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    FileHandle.standardError.write(Data("usage: digest-sources <package root> <output.swift>\n".utf8))
    exit(64)
}
let sources = try BookSources(root: URL(filePath: arguments[1], directoryHint: .isDirectory))
try Data(sources.swift.utf8).write(to: URL(filePath: arguments[2]))
