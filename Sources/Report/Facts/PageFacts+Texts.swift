extension PageFacts {
    /// The facts as texts, to be kept: their digest, how many there are of each kind, then their fields.
    var texts: [String] {
        [digest] + Self.texts(landmarks, mentions, citations) { [String($0.line), String($0.column)] }
    }

    /// How many facts there are of each kind, then their fields, with what `place` makes of their lines and columns.
    static func texts(
        _ landmarks: [Landmark], _ mentions: [Mention], _ citations: [Citation],
        place: ((line: Int, column: Int)) -> [String]
    ) -> [String] {
        var texts = [String(landmarks.count), String(mentions.count)]
        for mark in landmarks {
            texts += [mark.noun.rawValue, mark.name] + place((mark.line, mark.column))
            texts += [mark.tex, mark.claims.joined(separator: " ")]
        }
        for mention in mentions {
            texts += [mention.noun.rawValue, mention.section, mention.name, String(mention.isOfFullRun)]
        }
        return texts + citations.flatMap { $0.texts(place: place(($0.line, $0.column))) }
    }

    /// Reads what `texts` wrote; nil for anything else.
    init?(texts: [String]) {
        guard texts.count >= 3, let landmarkCount = Int(texts[1]), let mentionCount = Int(texts[2]),
            (0...texts.count / 6).contains(landmarkCount), (0...texts.count / 4).contains(mentionCount),
            3 + 6 * landmarkCount + 4 * mentionCount <= texts.count
        else { return nil }
        let firstMention = 3 + 6 * landmarkCount
        let firstCitation = firstMention + 4 * mentionCount
        var landmarks: [Landmark] = []
        for start in stride(from: 3, to: firstMention, by: 6) {
            guard let noun = Problem.Noun(rawValue: texts[start]), let line = Int(texts[start + 2]),
                let column = Int(texts[start + 3])
            else { return nil }
            landmarks.append(
                Landmark(
                    noun: noun, name: texts[start + 1], line: line, column: column, tex: texts[start + 4],
                    claims: texts[start + 5].split(separator: " ").map(String.init)))
        }
        var mentions: [Mention] = []
        for start in stride(from: firstMention, to: firstCitation, by: 4) {
            guard let noun = Problem.Noun(rawValue: texts[start]) else { return nil }
            mentions.append(
                Mention(
                    noun: noun, section: texts[start + 1], name: texts[start + 2],
                    isOfFullRun: texts[start + 3] == "true"))
        }
        var rest = texts[firstCitation...]
        var citations: [Citation] = []
        while !rest.isEmpty {
            guard let citation = Citation(texts: &rest) else { return nil }
            citations.append(citation)
        }
        self.init(landmarks: landmarks, mentions: mentions, citations: citations, digest: texts[0])
    }
}

extension PageFacts.Citation {
    /// The fields in a fixed order.
    var texts: [String] { texts(place: [String(line), String(column)]) }

    fileprivate func texts(place: [String]) -> [String] {
        let fields = place + ["\(form)", String(isOfFullRun), String(sources.count)]
        return fields + sources.flatMap { [$0.key, $0.prefix, $0.locator, String($0.isYearAlone)] }
    }

    /// Takes from the front of `texts` what another wrote; nil for anything else.
    fileprivate init?(texts: inout ArraySlice<String>) {
        let fields = Array(texts.prefix(5))
        guard fields.count == 5, let line = Int(fields[0]), let column = Int(fields[1]), let count = Int(fields[4]),
            (0...texts.count / 4).contains(count), 5 + 4 * count <= texts.count
        else { return nil }
        texts = texts.dropFirst(5)
        var sources: [Source] = []
        for _ in 0..<count {
            let source = Array(texts.prefix(4))
            sources.append(
                Source(key: source[0], prefix: source[1], locator: source[2], isYearAlone: source[3] == "true"))
            texts = texts.dropFirst(4)
        }
        self.init(
            line: line, column: column, form: fields[2] == "\(CitationForm.narrative)" ? .narrative : .bracketed,
            isOfFullRun: fields[3] == "true", sources: sources)
    }
}
