/// Gathers the contents of a figure, a row, a column or a grid.
@resultBuilder
public enum FigureBuilder {
    public static func buildExpression(_ content: any FigureContent) -> [any FigureContent] { [content] }
    public static func buildExpression(_ contents: [any FigureContent]) -> [any FigureContent] { contents }
    public static func buildExpression<C: FigureContent>(_ contents: [C]) -> [any FigureContent] { contents }
    public static func buildBlock(_ parts: [any FigureContent]...) -> [any FigureContent] { parts.flatMap { $0 } }
    public static func buildArray(_ parts: [[any FigureContent]]) -> [any FigureContent] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [any FigureContent]?) -> [any FigureContent] { part ?? [] }
    public static func buildEither(first: [any FigureContent]) -> [any FigureContent] { first }
    public static func buildEither(second: [any FigureContent]) -> [any FigureContent] { second }
    public static func buildLimitedAvailability(_ part: [any FigureContent]) -> [any FigureContent] { part }
}
