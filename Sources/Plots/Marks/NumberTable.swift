/// The numbers of a mark: columns of equal length.
public struct NumberTable: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
        public let name: String
        public let values: [Double]
        /// Names in place of the numbers, where the column holds categories.
        public let names: [String]?

        public init(_ name: String, _ values: [Double]) {
            self.name = name
            self.values = values
            names = nil
        }

        /// A column of categories.
        public init(_ name: String, names: [String]) {
            self.name = name
            values = names.indices.map(Double.init)
            self.names = names
        }
    }

    /// The kind of mark: "line".
    public let mark: String
    public let columns: [Column]

    public init(mark: String, columns: [Column]) {
        self.mark = mark
        self.columns = columns
    }

    var rows: Int { columns.map(\.values.count).max() ?? 0 }
}
