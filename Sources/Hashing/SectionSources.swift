/// The sources of one section's module, and which of its studies they belong to.
///
/// A folder holds a study and bears its name; `Shared` holds what several of them measure with. Files whose names hold `+Page`
/// show: they see results and parameters, and nothing that measures sees them.
public struct SectionSources {
    private let module: String
    private let tree: SourceTree
    private let graph: ModuleGraph
    private let files: [SourceTree.File]
    /// The folders of its studies, sorted.
    public let folders: [String]

    private static let shared = "Shared"

    /// - Parameter tree: the sources of the program's modules.
    public init(module: String, tree: SourceTree) {
        self.init(module: module, tree: tree, graph: ModuleGraph(tree))
    }

    init(module: String, tree: SourceTree, graph: ModuleGraph) {
        self.module = module
        self.tree = tree
        self.graph = graph
        files = tree.files.filter { $0.module == module }
        folders = Set(files.compactMap { Self.folder(of: $0) }).subtracting([Self.shared]).sorted()
    }

    /// The paths of the files that measure the study in `folder`: its own, the shared ones, and those of the studies that they
    /// name, whose results it may take.
    public func measuring(_ folder: String) -> Set<String> {
        var (reached, next): (Set<String>, [String]) = ([], [folder, Self.shared])
        var paths: Set<String> = []
        while let folder = next.popLast() {
            guard reached.insert(folder).inserted else { continue }
            let own = files.filter { Self.folder(of: $0) == folder && !Self.shows($0) }
            paths.formUnion(own.map(\.path))
            next += folders.filter { name in own.contains { $0.names.contains(name) } }
        }
        return paths
    }

    /// The digests of the study in `folder`.
    func study(in folder: String) -> BookSources.Study {
        let measuring = measuring(folder)
        let showing = files.filter { file in
            let owner = Self.folder(of: file)
            return measuring.contains(file.path) || owner == folder || owner == nil || owner == Self.shared
        }
        return digests(measuring: measuring, showing: Set(showing.map(\.path)))
    }

    /// The digests of the module as a single study.
    var whole: BookSources.Study {
        digests(
            measuring: Set(files.filter { !Self.shows($0) }.map(\.path)), showing: Set(files.map(\.path)))
    }

    private func digests(measuring: Set<String>, showing: Set<String>) -> BookSources.Study {
        BookSources.Study(experiment: digest(measuring), presentation: digest(showing))
    }

    /// The digest of the files at `paths` and of every module that they can reach.
    private func digest(_ paths: Set<String>) -> Digest {
        let reach = graph.reach(files.filter { paths.contains($0.path) }.flatMap(\.imports))
        return tree.digest { file in
            paths.contains(file.path) || reach.contains(file.module)
        }
    }

    /// The folder of the module that `file` lies in; nil for one that lies in none.
    private static func folder(of file: SourceTree.File) -> String? {
        let parts = file.path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : nil
    }

    /// Whether `file` draws, judges or quotes results.
    static func shows(_ file: SourceTree.File) -> Bool { shows(file.path) }

    /// Whether the file at `path`, which begins with its module, draws, judges or quotes results.
    public static func shows(_ path: String) -> Bool {
        let parts = path.split(separator: "/")
        let name = parts.last ?? ""
        if name.contains("+Page") { return true }
        return parts.count == 2 && ["Figures", "Claims", "Values"].contains { name.hasPrefix($0) }
    }
}
