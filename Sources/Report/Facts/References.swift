import Hashing
import Notebook

/// The sources that a book may cite, by id.
struct References: Sendable {
    let all: [String: Reference]
    let problems: [Problem]
    /// Hexadecimal digest of the files they come from.
    let digest: String

    /// Reads `sources`, or takes from `cache` what was read of them before.
    ///
    /// - Parameter code: digest of the code that reads.
    init(_ sources: [SourceText], cache: any ProductCache, code: String) throws {
        digest = Digest(ofFields: sources.flatMap { [$0.file, Digest(of: $0.bytes).hex] }).hex
        var problems: [Problem] = []
        var list: [Reference]?
        let key = Digest(ofFields: ["references 3", code, digest])
        let kept = try cache.texts(key.hex) {
            let found = sources.map(ReferenceReader.read)
            problems = found.flatMap(\.problems)
            let read = found.flatMap(\.references)
            list = read
            return problems.isEmpty ? read.flatMap(\.texts) : nil
        }
        if list == nil {
            var texts = (kept ?? [])[...]
            let files = Dictionary(sources.map { ($0.file, $0) }) { first, _ in first }
            var read: [Reference] = []
            while let reference = Reference(texts: &texts, in: files) { read.append(reference) }
            list = read
        }
        var all: [String: Reference] = [:]
        for reference in list ?? [] where all.updateValue(reference, forKey: reference.id) != nil {
            problems.append(Problem(.duplicate(.citation, reference.id), at: reference.place))
        }
        self.all = all
        self.problems = problems
    }
}
