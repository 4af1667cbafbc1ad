import Chebyshev
import EvenlySpaced
import Foundation
import Interpolants
import Notebook
import Splines
import Testing

/// Runs a study and holds its claims, and the wrong results that they must notice, against each other.
private func check<S: Study>(_ study: S, _ section: String, wrong: [Mutant<S.Results>]) async throws {
    let parameters = S.parameters(for: .quick)
    let results = try await study.measure(parameters, in: Lab(section: section, seed: 1))
    for claim in try study.show(results, parameters).claims {
        #expect(claim.verdict == .holds, "\(claim.id): \(claim.decisive)")
    }
    let score = try wrong.score(on: results) { try study.show($0, parameters).claims }
    #expect(score.caught == score.mutants)
}

struct ClaimTests {
    @Test func everyClaimHoldsAndCanFail() async throws {
        try await check(Degrees(), "evenly-spaced", wrong: Degrees.wrongResults)
        try await check(Nodes(), "chebyshev", wrong: Nodes.wrongResults)
        try await check(Convergence(), "splines", wrong: Convergence.wrongResults)
        try await check(Noise(), "splines", wrong: Noise.wrongResults)
    }

    /// A polynomial of degree three through four points, or a spline with its slopes, is that polynomial.
    @Test func cubicsAreMetExactly() {
        let cubic = { (x: Double) in 2 - x + 3 * x * x * x }
        #expect(Polynomial(through: chebyshev(3), chebyshev(3).map(cubic)).largestError(against: cubic) < 1e-14)
        #expect(Spline(grid(8).map(cubic), slopes: (8, 8)).largestError(against: cubic) < 1e-14)
    }
}
