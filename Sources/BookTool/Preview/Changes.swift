import Build

/// What changed files mean for a preview.
struct Changes: Equatable {
    /// Prose, layouts, styles, settings or data.
    var report = false
    /// Stored results, of this build or another.
    var results = false
    /// Sources that are compiled into the program, besides those of sections.
    var program = false
    /// Swift files of sections, by the section's module, with which their paths begin.
    var sections: [String: Set<String>] = [:]
    /// Another build put its report in place.
    var output = false
    /// Folders that appeared and are to be watched.
    var newFolders: [String] = []

    /// Whether anything follows from the changes.
    var isAny: Bool { report || results || program || output || !newFolders.isEmpty || !sections.isEmpty }

    /// Whether code that this process runs has changed.
    var isCode: Bool { program || !sections.isEmpty }

    /// - Parameter modules: those of the book's sections.
    init(of paths: Set<String>, in root: BookRoot, output: OutputFolder, modules: Set<String>) {
        let base = root.url.plainPath
        let sources = root.sources.plainPath
        let watched = [root.templates, root.sources, root.records, root.data].map(\.plainPath)
        let prefixes = [root.templates, root.records, root.data].map { $0.plainPath + "/" }
        for path in paths {
            switch path {
            case output.path: self.output = true
            case "\(base)/\(root.settingsName)": report = true
            case "\(base)/Package.swift": program = true
            case _ where watched.contains(path):
                newFolders.append(path)
                report = true
            case _ where path.hasPrefix(sources + "/"):
                let parts = path.dropFirst(sources.count + 1).split(separator: "/").map(String.init)
                if path.hasSuffix(".swift"), parts.count > 2, parts[0] == "Chapters", modules.contains(parts[1]) {
                    sections[parts[1], default: []].insert(parts.dropFirst().joined(separator: "/"))
                } else {
                    program = program || [".swift", ".h", ".c", ".modulemap"].contains { path.hasSuffix($0) }
                }
                report = true
            case _ where path.hasPrefix(root.store.plainPath + "/"): results = true
            case _ where prefixes.contains { path.hasPrefix($0) }: report = true
            default: continue
            }
        }
    }
}
