import Foundation

/// Whether the tests that start clusters are to run: they take many minutes and a quiet machine, so `make engines` asks for them.
enum EngineRun {
    static let isAskedFor = ProcessInfo.processInfo.environment["ENGINES"] != nil
}
