import Build
import Foundation
import Notebook

/// What one study measured, for other programs and for the terminal.
struct StudyTranscript {
    private let run: StudyRun
    private var section: NumberedSection { run.job.section }
    private var record: StudyRecord { run.record }

    init(_ run: StudyRun) { self.run = run }

    /// One JSON object with sorted keys: study, circumstances, parameters, results, values and claims.
    func json() throws -> [String: Any] {
        [
            "study": record.study.path, "question": record.study.question, "section": section.info.slug,
            "number": section.number, "title": section.info.title,
            "profile": record.profile.rawValue, "seed": record.seed, "images": record.dataName ?? NSNull(),
            "inputDigest": record.inputDigest, "isAsWritten": record.isAsWritten,
            "parameters": try JSONSerialization.jsonObject(with: record.parameters, options: .fragmentsAllowed),
            "results": try JSONSerialization.jsonObject(with: run.results, options: .fragmentsAllowed),
            "values": try JSONSerialization.jsonObject(with: ValuesFile.json(record.page.values)),
            "claims": record.page.claims.map(json),
        ]
    }

    private func json(_ claim: Claim) -> [String: Any] {
        let check = claim.decisive
        var object: [String: Any] = [
            "id": claim.id, "equation": claim.equation ?? NSNull(), "statement": claim.statement,
            "method": claim.method, "what": check.what, "measured": Self.json(check.measured),
            "bound": Self.words(check.bound), "verdict": claim.verdict.rawValue,
            "expected": claim.expected.verdict(in: record.profile).rawValue,
        ]
        if check.n > 1 {
            object["halfWidth"] = Self.json(check.halfWidth)
            object["n"] = check.n
        }
        if !check.reason.isEmpty { object["reason"] = check.reason }
        return object
    }

    /// Numbers that JSON does not know are spelled out.
    private static func json(_ number: Double) -> Any {
        number.isFinite ? number : number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity"
    }

    private static func words(_ bound: Check.Bound) -> String {
        switch bound {
        case .atMost(let limit): "at most \(limit)"
        case .atLeast(let limit): "at least \(limit)"
        case .above(let limit): "above \(limit)"
        case .within(let range): "from \(range.lowerBound) to \(range.upperBound)"
        case .none: "none"
        }
    }

    /// Values and claims, a line each.
    var text: String {
        var lines = ["\(section.number) \(record.study.question)"]
        for (name, value) in record.page.values.sorted(by: { $0.key < $1.key }) {
            lines.append("  \(name) = \(Self.words(value))")
        }
        for claim in record.page.claims {
            let check = claim.decisive
            lines.append(
                "  claim \(claim.id): \(claim.verdict) (\(check.what): \(check.measured), \(Self.words(check.bound)))")
        }
        return lines.joined(separator: "\n")
    }

    private static func words(_ value: Quantity) -> String {
        switch value {
        case .number(let number): "\(number)"
        case .count(let count): "\(count)"
        case .text(let text): text
        case .estimate(let mean, let halfWidth, let n): "\(mean) ± \(halfWidth) (n = \(n))"
        }
    }
}
