/// What lies below strokes over pictures and areas that have the same colours in every theme: a wider stroke of paper, so
/// that lines stay legible on pale and on dark colours, whatever the theme makes of their own.
enum Casing {
    /// On each side of a stroke, in points.
    private static let reach = 0.7

    /// The casings of those strokes that lie over one of the areas.
    ///
    /// A stroke in a fixed colour gets none: whoever chose it saw what is below.
    static func commands(below strokes: [Drawing.Command], over areas: [Rect]) -> [Drawing.Command] {
        guard !areas.isEmpty else { return [] }
        return strokes.compactMap { command in
            guard case .stroke(let path, let style) = command, case .role(let role) = style.paint.source,
                let bounds = Rect(around: path.points), areas.contains(where: { $0.inset(-reach).meets(bounds) })
            else { return nil }
            let paint = Paint.role(role == .paper ? .ink : .paper, opacity: 0.8 * style.paint.opacity)
            let width = style.width + 2 * reach
            return .stroke(path, StrokeStyle(paint: paint, width: width, cap: .round, join: .round))
        }
    }
}
