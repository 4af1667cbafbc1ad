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
    /// What the chapter predicts; left out where the ledger says nothing.
    let predicted: Forecast?
    /// The verdict recorded for this version of code and data.
    let recorded: Verdict
    /// The worst of `verdicts`.
    let verdict: Verdict
    /// What each run says: this build's, and the kept one on other data.
    let verdicts: [Run]
    /// Left out where nothing is recorded.
    let mutants: Mutants?
    let checks: [Measurement]

    struct Run: Encodable {
        /// null for a section that reads no data.
        let data: String?
        let profile: Profile
        let n: Int
        let verdict: Verdict
        let measured: Double?
        let halfWidth: Double?
        let bound: String

        init(_ run: ClaimEntry.Run) {
            let decisive = Measurement(run.decisive)
            data = run.data
            profile = run.profile
            n = decisive.n
            verdict = run.verdict
            measured = decisive.measured
            halfWidth = decisive.halfWidth
            bound = decisive.bound
        }
    }

    /// A prediction and whether it is older than the result.
    struct Forecast: Encodable {
        let verdict: Verdict
        let bound: String
        let reason: String
        let replicates: Int
        let isOlderThanResult: Bool
        /// typo, gap or wrong; left out where the ledger does not say.
        let erratum: String?

        init(_ prediction: ClaimPrediction) {
            verdict = prediction.verdict
            bound = prediction.bound
            reason = prediction.reason
            replicates = prediction.replicates
            isOlderThanResult = prediction.isOlderThanResult
            erratum = prediction.slip?.rawValue
        }
    }

    /// Wrong formulas and results, and how many of them changed the verdict.
    struct Mutants: Encodable {
        let tried: Int
        let caught: Int

        init(_ tally: MutationScore.Tally) {
            tried = tally.mutants
            caught = tally.caught
        }
    }

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
        predicted = entry.prediction.map(Forecast.init)
        recorded = entry.recorded
        verdict = entry.verdict
        verdicts = entry.runs.map(Run.init)
        mutants = entry.mutants.map(Mutants.init)
        checks = entry.claim.checks.map(Measurement.init)
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
