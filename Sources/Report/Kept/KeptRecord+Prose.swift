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
        let time =
            !(0..<1e9).contains(record.seconds)
            ? "an unknown time"
            : record.seconds < 90 ? "\(Int(record.seconds.rounded())) s" : "\(Int((record.seconds / 60).rounded())) min"
        return [
            .emphasis([
                .text(
                    "Kept from a run of the profile \(record.profile.rawValue)\(images), seed \(record.seed), that took \(time): "
                )
            ]),
            .code(record.rerunCommand),
            .emphasis([.text(", version ")]), .code(String(commit.prefix(12))),
            .emphasis([.text(", inputs ")]),
            .code(record.studies.map { String($0.inputDigest.prefix(12)) }.joined(separator: ", ")),
            .emphasis([.text(". A build shows it and does not run it again.")]),
        ]
    }
}
