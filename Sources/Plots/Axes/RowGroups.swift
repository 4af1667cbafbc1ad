/// The rows of a table by the name in one of its columns, names in the order in which they first come.
struct RowGroups<Row> {
    private(set) var names: [String] = []
    private(set) var rows: [[Row]] = []

    init(_ table: some Sequence<Row>, by column: KeyPath<Row, String>) {
        var places: [String: Int] = [:]
        for row in table {
            let name = row[keyPath: column]
            if let place = places[name] {
                rows[place].append(row)
            } else {
                places[name] = names.count
                names.append(name)
                rows.append([row])
            }
        }
    }
}
