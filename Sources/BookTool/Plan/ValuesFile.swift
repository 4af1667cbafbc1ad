import Build
import Foundation
import Notebook

/// `values.json`: every value that prose may quote, by section and name.
enum ValuesFile {
    static let name = "values.json"

    /// The values of `runs`, keys sorted, so that equal values are equal bytes.
    static func write(_ runs: [SectionRun], to staging: Staging) throws {
        let object = Dictionary(
            runs.map { ($0.record.section.info.slug, $0.record.page.values.mapValues(SectionTranscript.json)) },
            uniquingKeysWith: { first, _ in first })
        let data = try JSONSerialization.data(
            withJSONObject: object, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
        try staging.write(data, to: name)
    }
}
