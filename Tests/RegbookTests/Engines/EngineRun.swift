import Foundation

/// Whether the tests that start clusters are to run: they take many minutes and a quiet machine, so `make engines` asks for
/// them, which `make test` does when all others are done.
enum EngineRun {
    static let isAskedFor = ProcessInfo.processInfo.environment["ENGINES"] != nil
}
