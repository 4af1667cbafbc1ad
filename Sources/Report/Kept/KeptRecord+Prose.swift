import Notebook

extension Profile {
    /// The profile whose kept results a template means by `name`.
    static func kept(_ name: String) -> Profile? {
        Profile(rawValue: name).flatMap { $0 == .quick ? nil : $0 }
    }
}

extension KeptRecord {
    /// What the figures of section `slug` in the kept results of `profile` are noted under.
    static func owner(_ slug: String, _ profile: Profile) -> String { "\(slug)/\(profile.rawValue)" }

    /// Where the numbers of a kept run come from, as a reader is told below them.
    var origin: [Inline<Resolved>] {
        let images = record.dataName.map { " on \($0)" } ?? ""
        return [
            .emphasis([
                .text(
                    "Kept from a run of the profile \(record.profile.rawValue)\(images), seed \(record.seed)\(time): "
                )
            ]),
            .code(record.rerunCommand),
            .emphasis([.text(commits.count > 1 ? ", versions " : ", version ")]),
            .code(commits.map { String($0.prefix(12)) }.joined(separator: ", ")),
            .emphasis([.text(", inputs ")]),
            .code(record.studies.map { String($0.inputDigest.prefix(12)) }.joined(separator: ", ")),
            .emphasis([.text(". A build shows it and does not run it again.")]),
        ]
    }

    /// How long the run took, as the end of a sentence; nothing where that is not known of any study.
    private var time: String {
        let studies = record.studies.map { (path: $0.study.path, seconds: $0.seconds) }
        let known = studies.filter { (0..<1e9).contains($0.seconds) }
        guard !known.isEmpty else { return "" }
        let seconds = known.reduce(0) { $0 + $1.seconds }
        let sum = seconds < 90 ? "\(Int(seconds.rounded())) s" : "\(Int((seconds / 60).rounded())) min"
        let rest = studies.filter { !(0..<1e9).contains($0.seconds) }.map(\.path)
        return ", that took \(sum)" + (rest.isEmpty ? "" : " without \(rest.joined(separator: ", "))")
    }
}
