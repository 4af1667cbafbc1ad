/// Which modules of a package can reach which, by what their files import.
struct ModuleGraph {
    private let imports: [String: Set<String>]

    /// The folders that hold a module each in their own folders.
    private static let shelves: Set<Substring> = ["Chapters", "Learning"]

    /// - Parameter tree: the package's `Sources`, a folder a module; those of the sections lie in `Chapters`, those of
    ///   `Learning` in its folders, beside the file that gathers them.
    init(_ tree: SourceTree) {
        var imports: [String: Set<String>] = [:]
        for file in tree.files {
            guard let module = Self.module(of: file.path) else { continue }
            imports[module, default: []].formUnion(file.imports)
        }
        self.imports = imports
    }

    /// The module that the file at `path` belongs to.
    static func module(of path: String) -> String? {
        let parts = path.split(separator: "/")
        guard let folder = parts.first, parts.count > 1 else { return nil }
        return String(shelves.contains(folder) && parts.count > 2 ? parts[1] : folder)
    }

    /// `modules` and all that they import, and so on; those of other packages are left out.
    func reach(_ modules: some Sequence<String>) -> Set<String> {
        var (reached, next): (Set<String>, [String]) = ([], Array(modules))
        while let module = next.popLast() {
            guard let imported = imports[module], reached.insert(module).inserted else { continue }
            next += imported
        }
        return reached
    }
}
