import Foundation
import Notebook
import Yams

/// The folder that a book lives in: where the settings lie, `regbook.yml` for a book of that name, with `templates` beside it
/// and the store in `.regbook`.
struct BookRoot: Sendable {
    let url: URL
    private let name: String
    let settings: BookSettings

    /// The file of the settings.
    var settingsName: String { "\(name).yml" }
    /// Where the files of data sets lie, each set's in a folder of its name.
    var data: URL { url.appending(path: "data", directoryHint: .isDirectory) }
    var templates: URL { url.appending(path: "templates", directoryHint: .isDirectory) }
    /// Where code cells of the prose are looked for.
    var sources: URL { url.appending(path: "Sources", directoryHint: .isDirectory) }
    /// Where results of long runs are kept.
    var records: URL { url.appending(path: "records", directoryHint: .isDirectory) }
    /// All folders that a build reads or keeps something in; no report may lie there.
    var inputs: [URL] {
        [templates, sources, records, data, store, url.appending(path: ".git", directoryHint: .isDirectory)]
    }

    var store: URL { url.appending(path: ".\(name)", directoryHint: .isDirectory) }

    /// Where reports are written when the command line names no other folder.
    var output: URL { URL(filePath: settings.output, directoryHint: .isDirectory, relativeTo: url) }

    /// The root `named` on the command line, or the nearest one from `start` upwards.
    ///
    /// - Throws: `ToolError.noRoot`, or what is wrong with its settings.
    init(named: String?, from start: URL, of book: Book) throws {
        name = book.name
        let settingsName = "\(name).yml"
        if let named {
            url = URL(filePath: named, directoryHint: .isDirectory, relativeTo: start).standardizedFileURL
            guard BookRoot.holds(settingsName, url) else {
                throw ToolError.notARoot(path: url.path(percentEncoded: false))
            }
        } else {
            url = try BookRoot.nearest(from: start, settingsName)
        }
        settings = try BookSettings(url.appending(path: settingsName), dataSets: book.data.map(\.name))
    }

    private static func nearest(from start: URL, _ settingsName: String) throws -> URL {
        var folder = start.standardizedFileURL
        while !holds(settingsName, folder) {
            let above = folder.deletingLastPathComponent().standardizedFileURL
            guard above.pathComponents.count < folder.pathComponents.count else {
                throw ToolError.noRoot(start: start.path(percentEncoded: false))
            }
            folder = above
        }
        return folder
    }

    private static func holds(_ settingsName: String, _ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: settingsName).path(percentEncoded: false))
    }
}
