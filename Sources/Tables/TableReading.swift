import Laboratory

/// An experiment that reads tables of the book: another table makes its results stale.
public protocol TableReading: Experiment {
    /// The tables' names, as the book declares them.
    static var tables: [String] { get }
}

/// The tables that a study may read while it measures.
public enum OpenTables {
    /// By the names that the book gives them.
    @TaskLocal public static var current: [String: DataTable] = [:]
}

extension Lab {
    /// The table that the book calls `name`.
    ///
    /// - Throws: `TableError.undeclared` when the experiment does not say that it reads it.
    public func table(_ name: String) throws -> DataTable {
        guard let table = OpenTables.current[name] else { throw TableError.undeclared(name) }
        return table
    }
}
