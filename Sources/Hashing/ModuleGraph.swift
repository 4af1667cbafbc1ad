/// Which modules of a program can reach which, by what their files import.
struct ModuleGraph {
    private let imports: [String: Set<String>]

    init(_ tree: SourceTree) {
        var imports: [String: Set<String>] = [:]
        for file in tree.files { imports[file.module, default: []].formUnion(file.imports) }
        self.imports = imports
    }

    /// The modules whose files import `module`.
    func importers(of module: String) -> Set<String> {
        Set(imports.filter { $0.value.contains(module) }.keys)
    }

    /// `modules` and all that they import, and so on; those whose sources are not at hand are left out.
    func reach(_ modules: some Sequence<String>) -> Set<String> {
        var (reached, next): (Set<String>, [String]) = ([], Array(modules))
        while let module = next.popLast() {
            guard let imported = imports[module], reached.insert(module).inserted else { continue }
            next += imported
        }
        return reached
    }
}
