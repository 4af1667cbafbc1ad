import Foundation

/// A module of a program, of whatever package: its name, and the folder that its sources lie in.
public struct SourceModule: Sendable, Hashable {
    public let name: String
    public let folder: URL

    public init(name: String, folder: URL) {
        self.name = name
        self.folder = folder
    }
}
