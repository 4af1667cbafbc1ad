import Foundation

/// Which sources decide what: a study's results, its page, the report's layout, and anything at all.
public struct BookSources: Sendable {
    /// By the module's name, and by module and folder for each study in a folder of its own: "EarlyStopping/Retraining".
    public let studies: [String: Study]
    /// Everything that turns pages and prose into files.
    public let report: Digest
    /// Every file below `Sources`.
    public let everything: Digest

    /// The digests of one study.
    public struct Study: Sendable, Equatable {
        /// What its results depend on: the files that measure, and all that they can reach.
        public let experiment: Digest
        /// What its page depends on besides its results.
        public let presentation: Digest
    }

    /// - Parameter root: the package's folder.
    /// - Throws: when a file below `Sources` cannot be read.
    public init(root: URL) throws {
        let tree = try SourceTree(root: root.appending(path: "Sources", directoryHint: .isDirectory))
        let graph = ModuleGraph(tree)
        let modules = Set(
            tree.files.filter { $0.path.hasPrefix("Chapters/") }.compactMap { ModuleGraph.module(of: $0.path) })
        var studies: [String: Study] = [:]
        for module in modules {
            let section = SectionSources(module: module, tree: tree, graph: graph)
            studies[module] = section.whole
            for folder in section.folders { studies["\(module)/\(folder)"] = section.study(in: folder) }
        }
        self.studies = studies
        let rooms = ["Report/", "Plots/", "Notebook/", "Laboratory/"]
        report = tree.digest { file in rooms.contains { file.path.hasPrefix($0) } }
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
        return """
            import Build

            extension SourceDigests {
                static let compiledIn = SourceDigests(
                    studies: [
            \(rows.isEmpty ? "            :" : rows.joined(separator: "\n"))
                    ],
                    report: "\(report)",
                    everything: "\(everything)")
            }

            """
    }
}
