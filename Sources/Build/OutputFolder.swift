import CLinux
import Foundation

/// The folder that a build's report stands in. It changes in one step, from one whole report to the next.
public struct OutputFolder: Sendable {
    /// Absolute, links followed.
    public let path: String
    /// The file whose presence says that a folder was written by a build.
    public static let marker = "build.json"

    public init(_ url: URL) {
        path = url.standardizedFileURL.resolvingSymlinksInPath().path(percentEncoded: false).withoutTrailingSlash
    }

    private var parent: String { (path as NSString).deletingLastPathComponent }
    private var stagingPrefix: String { ".\((path as NSString).lastPathComponent).building-" }

    /// An empty folder beside the output, to be filled and then put in its place. Leftovers of killed builds go.
    ///
    /// - Parameter root: the book's root, which the output may not hold.
    /// - Throws: `BuildError` when the output can't be replaced; nothing has changed then.
    public func stage(bookRoot root: URL) throws(BuildError) -> Staging {
        try checkReplaceable(bookRoot: root)
        try FileSystem.createFolder(parent)
        for name in try FileSystem.names(in: parent) where name.hasPrefix(stagingPrefix) {
            try Staging.removeIfAbandoned("\(parent)/\(name)")
        }
        while true {
            let number = String(UInt64.random(in: .min ... .max), radix: 36)
            if let staging = try Staging(path: "\(parent)/\(stagingPrefix)\(number)", output: path) { return staging }
        }
    }

    private func checkReplaceable(bookRoot root: URL) throws(BuildError) {
        let root = root.standardizedFileURL.resolvingSymlinksInPath().path(percentEncoded: false).withoutTrailingSlash
        if root == path || root.hasPrefix(path == "/" ? path : path + "/") {
            throw .outputHoldsSources(path: path)
        }
        switch FileSystem.kind(of: path) {
        case nil: return
        case .folder:
            let names = try FileSystem.names(in: path)
            if names.contains(OutputFolder.marker) { return }
            if let foreign = names.first(where: { $0 != ".gitignore" }) {
                throw .outputIsForeign(path: path, example: foreign)
            }
        default: throw .outputIsFile(path: path)
        }
    }
}
