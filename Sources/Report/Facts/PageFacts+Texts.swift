extension PageFacts {
    /// The facts as texts, to be kept.
    var texts: [String] {
        [String(landmarks.count)]
            + landmarks.flatMap {
                [
                    $0.noun.rawValue, $0.name, String($0.line), String($0.column), $0.tex,
                    $0.claims.joined(separator: " "),
                ]
            }
            + mentions.flatMap { [$0.noun.rawValue, $0.section, $0.name, String($0.isOfFullRun)] }
    }

    /// Reads what `texts` wrote; nil for anything else.
    init?(texts: [String]) {
        guard let first = texts.first, let count = Int(first), (0...texts.count / 6).contains(count),
            (texts.count - 1 - 6 * count) % 4 == 0
        else { return nil }
        var landmarks: [Landmark] = []
        for start in stride(from: 1, to: 1 + 6 * count, by: 6) {
            guard let noun = Problem.Noun(rawValue: texts[start]), let line = Int(texts[start + 2]),
                let column = Int(texts[start + 3])
            else { return nil }
            landmarks.append(
                Landmark(
                    noun: noun, name: texts[start + 1], line: line, column: column, tex: texts[start + 4],
                    claims: texts[start + 5].split(separator: " ").map(String.init)))
        }
        var mentions: [Mention] = []
        for start in stride(from: 1 + 6 * count, to: texts.count, by: 4) {
            guard let noun = Problem.Noun(rawValue: texts[start]) else { return nil }
            mentions.append(
                Mention(
                    noun: noun, section: texts[start + 1], name: texts[start + 2],
                    isOfFullRun: texts[start + 3] == "true"))
        }
        self.init(landmarks: landmarks, mentions: mentions)
    }
}
