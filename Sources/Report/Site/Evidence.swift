import Foundation
import Notebook

/// Every claim of the book as data, in the order of the book.
struct Evidence: Encodable {
    let id: String
    let section: String
    let slug: String
    let equation: String
    let statement: String
    let method: String
    /// null where nothing was measured.
    let measured: Double?
    let halfWidth: Double?
    let n: Int
    let asPrinted: Double?
    let bound: String
    let expected: Verdict
    let verdict: Verdict
    let checks: [Measurement]
    /// What a kept run found; left out where there is none.
    let full: Measurement?

    struct Measurement: Encodable {
        let what: String
        let measured: Double?
        let halfWidth: Double?
        let n: Int
        let asPrinted: Double?
        let bound: String
        let verdict: Verdict
        let reason: String

        init(_ check: Check) {
            what = check.what
            measured = check.measured.finite
            halfWidth = check.halfWidth.finite
            n = check.n
            asPrinted = check.asPrinted?.finite
            bound = check.boundText
            verdict = check.verdict
            reason = check.reason
        }
    }

    init(_ entry: ClaimEntry) {
        let decisive = Measurement(entry.claim.decisive)
        id = entry.id
        section = entry.section.number
        slug = entry.section.info.slug
        equation = entry.claim.equation ?? ""
        statement = entry.claim.statement
        method = entry.claim.method
        measured = decisive.measured
        halfWidth = decisive.halfWidth
        n = decisive.n
        asPrinted = decisive.asPrinted
        bound = decisive.bound
        expected = entry.expected
        verdict = entry.verdict
        checks = entry.claim.checks.map(Measurement.init)
        full = entry.kept.map { Measurement($0.claim.decisive) }
    }

    /// The file `evidence.json`.
    static func json(_ entries: [ClaimEntry]) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(entries.map(Evidence.init)) + Data("\n".utf8)
    }
}

extension Double {
    fileprivate var finite: Double? { isFinite ? self : nil }
}
