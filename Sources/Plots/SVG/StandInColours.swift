/// Colours that stand for roles and for texts while an SVG file is written, so that each can be told apart afterwards.
struct StandInColours {
    private let places: [Paint.Source: Int]
    let sources: [Paint.Source]
    let texts: [TextRun]
    let masks: [(mask: CoverageMask, rect: Rect, paint: Paint)]
    /// The groups in the order in which they open and, as nil, close.
    let groups: [DrawingGroup?]

    init(drawing: Drawing) {
        var places: [Paint.Source: Int] = [:]
        var sources: [Paint.Source] = []
        var texts: [TextRun] = []
        var masks: [(mask: CoverageMask, rect: Rect, paint: Paint)] = []
        var groups: [DrawingGroup?] = []
        for command in drawing.commands {
            let source: Paint.Source
            switch command {
            case .fill(_, let paint): source = paint.source
            case .stroke(_, let style): source = style.paint.source
            case .text(let run):
                source = run.paint.source
                texts.append(run)
            case .mask(let mask, let rect, let paint):
                source = paint.source
                masks.append((mask, rect, paint))
            case .open(let group):
                groups.append(group)
                continue
            case .close:
                groups.append(nil)
                continue
            case .pushClip, .popClip, .image: continue
            }
            if places[source] == nil {
                places[source] = sources.count
                sources.append(source)
            }
        }
        self.places = places
        self.sources = sources
        self.texts = texts
        self.masks = masks
        self.groups = groups
    }

    /// The stand-in of a paint: its number, spread over red, green and blue.
    func colour(_ paint: Paint) -> RGB { RGB(UInt32(place(of: paint))) }

    /// The stand-in of a text: the numbers after those of paints.
    func colour(ofText number: Int) -> RGB { RGB(UInt32(sources.count + number)) }

    /// The stand-in of a mask: the numbers after those of texts.
    func colour(ofMask number: Int) -> RGB { RGB(UInt32(sources.count + texts.count + number)) }

    /// The stand-in of a group's start or end: the numbers after those of masks.
    func colour(ofGroup number: Int) -> RGB { RGB(UInt32(sources.count + texts.count + masks.count + number)) }

    /// Where the source of a paint stands among `sources`.
    func place(of paint: Paint) -> Int { places[paint.source] ?? 0 }

    /// The number of the source that Cairo wrote as `rgb(0%,0%,1.176471%)`.
    func place(ofPercentages text: Substring) -> Int? {
        number(text).flatMap { sources.indices.contains($0) ? $0 : nil }
    }

    /// The text whose stand-in Cairo wrote.
    func text(ofPercentages text: Substring) -> TextRun? {
        number(text).flatMap { texts.indices.contains($0 - sources.count) ? texts[$0 - sources.count] : nil }
    }

    /// The mask whose stand-in Cairo wrote.
    func mask(ofPercentages text: Substring) -> (mask: CoverageMask, rect: Rect, paint: Paint)? {
        number(text).flatMap { number in
            let place = number - sources.count - texts.count
            return masks.indices.contains(place) ? masks[place] : nil
        }
    }

    /// The start, or as nil the end, of a group whose stand-in Cairo wrote.
    func group(ofPercentages text: Substring) -> DrawingGroup?? {
        number(text).flatMap { number in
            let place = number - sources.count - texts.count - masks.count
            return groups.indices.contains(place) ? .some(groups[place]) : nil
        }
    }

    private func number(_ percentages: Substring) -> Int? {
        let parts = percentages.utf8.dropFirst(4).dropLast().split(separator: UInt8(ascii: ","))
            .compactMap { Double(Substring($0.dropLast())) }
        guard parts.count == 3 else { return nil }
        return parts.reduce(0) { $0 << 8 | Int(($1 * 2.55).rounded()) }
    }
}
