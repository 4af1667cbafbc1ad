import Notebook

/// Where a figure comes from, as its place in the page and its files tell it.
struct Provenance: Sendable {
    /// Hexadecimal digest of everything the figure's results depend on.
    let inputDigest: String
    let seed: UInt64
    let profile: Profile
    /// What runs its study again.
    let command: String

    init(_ record: StudyRecord) {
        inputDigest = record.inputDigest
        seed = record.seed
        profile = record.profile
        command = record.rerunCommand
    }

    /// All of it in one line, for files.
    var line: String { "inputs \(inputDigest), seed \(seed), profile \(profile.rawValue), made again by: \(command)" }

    /// A figure's SVG with this line in it, for a file of its own.
    func added(toSVG svg: String) -> String {
        guard let root = svg.range(of: "<svg"), let end = svg[root.upperBound...].firstIndex(of: ">") else {
            return svg
        }
        let at = svg.index(after: end)
        return svg[..<at] + "<metadata>\(HTML.escape(line))</metadata>" + svg[at...]
    }

    /// A figure's numbers with this line above them.
    func added(toCSV csv: String) -> String { "# \(line)\n\(csv)" }
}
