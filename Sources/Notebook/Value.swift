/// A quantity under the name by which prose quotes it.
public struct Value: Sendable {
    /// Kebab-case and unique within its study.
    public let name: String
    public let quantity: Quantity
    let line: SourceLine

    public init(_ name: String, _ quantity: Quantity, file: String = #fileID, line: Int = #line) {
        self.name = name
        self.quantity = quantity
        self.line = SourceLine(file: file, line: line)
    }

    public init(_ name: String, _ number: Double, file: String = #fileID, line: Int = #line) {
        self.init(name, .number(number), file: file, line: line)
    }

    public init(_ name: String, _ count: Int, file: String = #fileID, line: Int = #line) {
        self.init(name, .count(count), file: file, line: line)
    }

    public init(_ name: String, _ text: String, file: String = #fileID, line: Int = #line) {
        self.init(name, .text(text), file: file, line: line)
    }

    public init(_ name: String, _ estimate: Estimate, file: String = #fileID, line: Int = #line) {
        self.init(name, Quantity(estimate), file: file, line: line)
    }
}
