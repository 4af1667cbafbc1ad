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
    /// - Parameters:
    ///   - root: the book's root, which the output may not hold.
    ///   - inputs: folders that a build reads, within which the output may not lie.
    ///   - known: what is listed of the report that stands there, if its `build.json` is damaged.
    ///   - obstacle: called with leftovers that can't be removed.
    /// - Throws: `BuildError` when the output can't be replaced; nothing has changed then.
    public func stage(
        bookRoot root: URL, inputs: [URL] = [], known: ReportListing? = nil,
        obstacle: @escaping @Sendable (Obstacle) -> Void = { _ in }
    ) throws(BuildError) -> Staging {
        try checkPlace(bookRoot: root, inputs: inputs)
        try FileSystem.createFolder(parent)
        try restoreReplaced()
        let listing = try ReportListing(of: path) ?? known
        if listing == nil { try checkEmpty() }
        try clearAbandoned(obstacle)
        while true {
            let staging = try Staging(path: newPath, output: path, listing: listing, obstacle: obstacle)
            if let staging { return staging }
        }
    }

    /// Beside the output, what is to take the place of the report that is known to stand there.
    ///
    /// - Parameters:
    ///   - place: where the report before it is kept; nil for an empty folder.
    ///   - isWanted: whether what lies there may be the beginning.
    /// - Returns: nil where it may not, or another build has it.
    func stageAgain(
        bookRoot root: URL, inputs: [URL], over listing: ReportListing, taking place: String?,
        obstacle: @escaping @Sendable (Obstacle) -> Void, if isWanted: (String) throws(BuildError) -> Bool
    ) throws(BuildError) -> Staging? {
        try checkPlace(bookRoot: root, inputs: inputs)
        try clearAbandoned(obstacle)
        guard let place else {
            return try Staging(path: newPath, output: path, listing: listing, obstacle: obstacle)
        }
        return try Staging(
            path: newPath, output: path, listing: listing, obstacle: obstacle, taking: place, if: isWanted)
    }

    private var newPath: String {
        "\(parent)/\(stagingPrefix)\(String(UInt64.random(in: .min ... .max), radix: 36))"
    }

    /// Removes what killed builds have left beside the output, but for the last report while none stands in the output.
    private func clearAbandoned(_ obstacle: @Sendable (Obstacle) -> Void) throws(BuildError) {
        for entry in try FileSystem.entries(in: parent) where entry.name.hasPrefix(stagingPrefix) {
            if entry.name.hasSuffix(Staging.replacedSuffix), FileSystem.kind(of: path) == nil { continue }
            do {
                try Staging.removeIfAbandoned(entry, of: parent)
            } catch .file(_, let path, let code) {
                obstacle(.stays(path: path, code: code))
            }
        }
    }

    /// A build that was killed while it replaced the report in two steps has left it beside the output.
    private func restoreReplaced() throws(BuildError) {
        guard FileSystem.kind(of: path) == nil else { return }
        for name in try FileSystem.names(in: parent)
        where name.hasPrefix(stagingPrefix) && name.hasSuffix(Staging.replacedSuffix) {
            if rename("\(parent)/\(name)", path) == 0 { return }
        }
    }

    private func checkPlace(bookRoot root: URL, inputs: [URL]) throws(BuildError) {
        if OutputFolder(root).lies(in: path) || inputs.contains(where: { lies(in: OutputFolder($0).path) }) {
            throw .outputHoldsSources(path: path)
        }
    }

    private func checkEmpty() throws(BuildError) {
        switch FileSystem.kind(of: path) {
        case nil: return
        case .folder:
            let names = try FileSystem.names(in: path)
            if names.contains(OutputFolder.marker) { throw .outputIsUnknown(path: path) }
            if let foreign = names.first(where: { $0 != ".gitignore" }) {
                throw .outputIsForeign(path: path, example: foreign)
            }
        default: throw .outputIsFile(path: path)
        }
    }

    private func lies(in folder: String) -> Bool {
        path == folder || path.hasPrefix(folder == "/" ? folder : folder + "/")
    }
}
