/// Which modules of a package can reach which, by what their files import.
struct ModuleGraph {
    private let imports: [String: Set<String>]

    /// - Parameter tree: the package's `Sources`, a folder a module; the sections' modules lie in `Chapters`.
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
        let place = parts.first == "Chapters" ? 1 : 0
        return parts.count > place + 1 ? String(parts[place]) : nil
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
