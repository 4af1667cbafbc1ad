import Foundation

/// Which sources decide what: a study's results, its page, the report's layout, and anything at all.
public struct BookSources: Sendable {
    /// By the module's name, and by module and folder for each study in a folder of its own: "EarlyStopping/Retraining".
    public let studies: [String: Study]
    /// Everything that turns pages and prose into files.
    public let report: Digest
    /// Every file of every module.
    public let everything: Digest
    /// The paths of the modules' folders from the book's package, by module.
    private let folders: [String: String]

    /// The digests of one study.
    public struct Study: Sendable, Equatable {
        /// What its results depend on: the files that measure, and all that they can reach.
        public let experiment: Digest
        /// What its page depends on besides its results.
        public let presentation: Digest
    }

    /// - Parameters:
    ///   - root: the folder of the book's package.
    ///   - folders: the paths of the modules' folders from there, by module; those of other packages may be any.
    /// - Throws: when a file cannot be read.
    public init(root: URL, folders: [String: String]) throws {
        self.folders = folders
        let tree = try SourceTree(
            folders.map { name, path in
                SourceModule(
                    name: name, folder: URL(filePath: path, directoryHint: .isDirectory, relativeTo: root).absoluteURL)
            })
        let graph = ModuleGraph(tree)
        // What imports `Notebook` holds studies, if it is no part of the tool and no program.
        let sections = graph.importers(of: "Notebook").subtracting(graph.reach(["BookTool"]))
            .subtracting(graph.importers(of: "BookTool"))
        var studies: [String: Study] = [:]
        for module in sections {
            let section = SectionSources(module: module, tree: tree, graph: graph)
            studies[module] = section.whole
            for folder in section.folders { studies["\(module)/\(folder)"] = section.study(in: folder) }
        }
        self.studies = studies
        let rooms: Set = ["Report", "Plots", "Notebook", "Laboratory"]
        report = tree.digest { rooms.contains($0.module) }
        everything = tree.digest { _ in true }
    }

    /// Swift that hands these digests to `Build` as `SourceDigests.compiledIn`.
    public var swift: String {
        let rows = studies.sorted { $0.key < $1.key }.map { name, study in
            """
                    "\(name)": .init(
                        experiment: "\(study.experiment)",
                        presentation: "\(study.presentation)"),
            """
        }
        let places = folders.sorted { $0.key < $1.key }.map {
            "            \($0.debugDescription): \($1.debugDescription),"
        }
        return """
            import BookTool

            extension SourceDigests {
                package static let compiledIn = SourceDigests(
                    studies: [
            \(rows.isEmpty ? "            :" : rows.joined(separator: "\n"))
                    ],
                    report: "\(report)",
                    everything: "\(everything)",
                    folders: [
            \(places.isEmpty ? "            :" : places.joined(separator: "\n"))
                    ])
            }

            """
    }
}
