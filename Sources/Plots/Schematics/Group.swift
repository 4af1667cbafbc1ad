/// A rounded frame around some nodes of a schematic, with words in its corner.
public struct Group: SchematicPart, Hashable {
    let names: [String]
    let label: String

    /// - Parameters:
    ///   - names: the nodes inside.
    ///   - label: TeX between dollar signs.
    public init(_ names: [String], _ label: String = "") {
        self.names = names
        self.label = label
    }
}
