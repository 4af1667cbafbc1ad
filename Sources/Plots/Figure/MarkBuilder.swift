/// Gathers the marks of a panel.
@resultBuilder
public enum MarkBuilder {
    public static func buildExpression(_ mark: any Mark) -> [any Mark] { [mark] }
    public static func buildExpression(_ marks: [any Mark]) -> [any Mark] { marks }
    public static func buildExpression<M: Mark>(_ marks: [M]) -> [any Mark] { marks }
    public static func buildBlock(_ parts: [any Mark]...) -> [any Mark] { parts.flatMap { $0 } }
    public static func buildArray(_ parts: [[any Mark]]) -> [any Mark] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [any Mark]?) -> [any Mark] { part ?? [] }
    public static func buildEither(first: [any Mark]) -> [any Mark] { first }
    public static func buildEither(second: [any Mark]) -> [any Mark] { second }
    public static func buildLimitedAvailability(_ part: [any Mark]) -> [any Mark] { part }
}
