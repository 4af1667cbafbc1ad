import Foundation
import Hashing

// usage: digest-sources <folder of the package> <Swift file to write> <module>=<its folder> …
let arguments = CommandLine.arguments
let modules = arguments.dropFirst(3).map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
guard !modules.isEmpty, modules.allSatisfy({ $0.count == 2 }) else {
    let usage = "usage: digest-sources <folder of the package> <output.swift> <module>=<folder from there> …\n"
    FileHandle.standardError.write(Data(usage.utf8))
    exit(64)
}
let sources = try BookSources(
    root: URL(filePath: arguments[1], directoryHint: .isDirectory),
    folders: Dictionary(modules.map { ($0[0], $0[1]) }) { first, _ in first })
try Data(sources.swift.utf8).write(to: URL(filePath: arguments[2]))
