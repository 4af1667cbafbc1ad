/// Colours that stand for roles while an SVG file is written, so that each role can be told apart afterwards.
struct StandInColours {
    private let places: [Paint.Source: Int]
    let sources: [Paint.Source]

    init(drawing: Drawing) {
        var places: [Paint.Source: Int] = [:]
        var sources: [Paint.Source] = []
        for command in drawing.commands {
            let source: Paint.Source
            switch command {
            case .fill(_, let paint): source = paint.source
            case .stroke(_, let style): source = style.paint.source
            case .text(let run): source = run.paint.source
            case .pushClip, .popClip, .image: continue
            }
            if places[source] == nil {
                places[source] = sources.count
                sources.append(source)
            }
        }
        self.places = places
        self.sources = sources
    }

    /// The stand-in of a paint: its number, spread over red, green and blue.
    func colour(_ paint: Paint) -> RGB {
        let place = UInt32(places[paint.source] ?? 0)
        return RGB(place)
    }

    /// The number of the source that Cairo wrote as `rgb(0%,0%,1.176471%)`.
    func place(ofPercentages text: Substring) -> Int? {
        let parts = text.dropFirst(4).dropLast().split(separator: ",").compactMap { Double($0.dropLast()) }
        guard parts.count == 3 else { return nil }
        let place = parts.reduce(0) { $0 << 8 | Int(($1 * 2.55).rounded()) }
        return sources.indices.contains(place) ? place : nil
    }
}
