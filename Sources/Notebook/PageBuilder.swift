/// Gathers the elements of a page.
@resultBuilder
public enum PageBuilder {
    public static func buildExpression(_ figure: PageFigure) -> [PageElement] { [.figure(figure)] }
    public static func buildExpression(_ value: Value) -> [PageElement] { [.value(value)] }
    public static func buildExpression(_ table: Table) -> [PageElement] { [.table(table)] }
    public static func buildExpression(_ claim: Claim) -> [PageElement] { [.claim(claim)] }
    public static func buildExpression(_ claims: [Claim]) -> [PageElement] { claims.map { .claim($0) } }
    public static func buildExpression(_ elements: [PageElement]) -> [PageElement] { elements }
    public static func buildBlock(_ parts: [PageElement]...) -> [PageElement] { parts.flatMap { $0 } }
    public static func buildArray(_ parts: [[PageElement]]) -> [PageElement] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [PageElement]?) -> [PageElement] { part ?? [] }
    public static func buildEither(first: [PageElement]) -> [PageElement] { first }
    public static func buildEither(second: [PageElement]) -> [PageElement] { second }
    public static func buildFinalResult(_ elements: [PageElement]) -> [PageElement] { elements }
    public static func buildFinalResult(_ elements: [PageElement]) -> Page { Page(elements: elements) }
}
