import Digits
import Foundation
import Learning
import Notebook
import SparseRepresentations
import Testing

@Suite struct SparseRepresentationsTests {
    static let parameters = SparseRepresentationsSection.parameters(for: .quick)

    /// Too few images for comparisons that depend on chance, enough for every formula.
    static var small: Parameters {
        var parameters = parameters
        parameters.trainingPool = 100
        parameters.trainingImages = 60
        parameters.testImages = 30
        parameters.replicates = 1
        parameters.rounds = 2
        parameters.epochs = 1
        return parameters
    }

    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(
            section: SparseRepresentationsSection.info.slug, readsImages: true, seed: seed, source: PenDigits())
    }

    static func results(seed: UInt64 = 1, equations: Equations = .chapter) async throws -> Results {
        try await SparseRepresentationsSection().measure(small, in: lab(seed: seed), equations: equations)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let results = try await SparseRepresentationsSection().measure(Self.parameters, in: Self.lab(seed: seed))
        expectAsWritten(SparseRepresentationsSection.claims(results))
        if seed == 1 { expectSpoilsToFlip(results) }
    }

    @Test func resultsSurviveStorage() async throws {
        let results = try await Self.results()
        let stored = try StoredJSON.encode(results)
        #expect(try StoredJSON.encode(StoredJSON.decode(Results.self, from: stored)) == stored)
        #expect(try SparseRepresentationsSection().show(results, results.parameters).figures.count == 9)
    }

    private func expectSpoilsToFlip(_ sound: Results) {
        let spoils: [(String, Verdict, (inout Results) -> Void)] = [
            ("9-1E", .contradicted, { $0.displays.parametersError = 1 }),
            ("9-2D", .holds, { $0.displays.printedError = 0 }),
            ("9-2D", .contradicted, { $0.displays.mendedError = 18 }),
            ("9-3E", .contradicted, { $0.displays.parametersZeros.matrix = 19 }),
            ("9-3E", .contradicted, { $0.displays.parametersZeros.vector = 1 }),
            ("9-3E", .contradicted, { $0.displays.representationZeros.matrix = 2 }),
            ("9-3E", .contradicted, { $0.displays.representationZeros.vector = 3 }),
            (
                "9-3E", .inconclusive,
                { $0.autoencoders.sparseWeights.smallWeights = $0.autoencoders.rectifiers[3].smallWeights }
            ),
            (
                "9-3E", .contradicted,
                { $0.autoencoders.sparseWeights.quiet = $0.autoencoders.rectifiers[3].quiet.map { $0 + 0.1 } }
            ),
            ("9-4X", .contradicted, { $0.coding.zeros = $0.coding.zeros.map { $0.reversed() } }),
            ("9-4X", .contradicted, { $0.coding.exact[1] -= 1 }),
            ("9-4X", .contradicted, { $0.autoencoders.rectifiers.reverse() }),
            ("9-4X", .inconclusive, { $0.autoencoders.tanhStudent.hoyer = $0.autoencoders.tanhPlain.hoyer }),
            ("9-4X", .inconclusive, { $0.autoencoders.sigmoidDivergence.hoyer = $0.autoencoders.sigmoidPlain.hoyer }),
            ("9-4X", .contradicted, { $0.autoencoders.kept.exact[0] -= 1 }),
            ("9-5E", .contradicted, { $0.penalties.studentError = 0.1 }),
            ("9-5E", .contradicted, { $0.penalties.absoluteLayerError = 0.1 }),
            ("9-5E", .contradicted, { $0.penalties.studentLayerError = 0.1 }),
            ("9-5E", .contradicted, { $0.penalties.divergenceLayerError = 0.1 }),
            ("9-5E", .contradicted, { $0.penalties.curvatureError = 1 }),
            ("9-5E", .inconclusive, { $0.coding.studentSparsity = $0.coding.squaredSparsity }),
            ("9-5E", .contradicted, { $0.autoencoders.sigmoidDivergence.targetMisses[0] += 1 }),
        ]
        for (id, expected, spoil) in spoils {
            var results = sound
            spoil(&results)
            #expect(verdicts(SparseRepresentationsSection.claims(results))[id] == expected, "\(id)")
        }
        #expect(Set(SparseRepresentationsSection.claims(sound).map(\.id)) == Set(spoils.map(\.0)))
    }

    /// Each formula with a sign or a factor wrong, and the claim that must notice.
    @Test func wrongFormulasAreNoticed() async throws {
        let mutations: [(String, Verdict, (inout Equations) -> Void)] = [
            ("9-1E", .contradicted, { $0.product = { matrix, vector in matrix * vector.scaled(by: -1) } }),
            ("9-1E", .contradicted, { $0.product = { matrix, vector in (matrix * vector).scaled(by: 2) } }),
            ("9-2D", .contradicted, { $0.product = { matrix, vector in matrix * vector.scaled(by: -1) } }),
            ("9-5E", .contradicted, { $0.regularized = { $0 - $1 * $2 } }),
            ("9-5E", .contradicted, { $0.regularized = { $0 + $1 / 2 * $2 } }),
            ("9-5E", .contradicted, { $0.absolute = { 2 * $0.sumOfMagnitudes } }),
            ("9-5E", .contradicted, { $0.absolute = { $0.reduce(0, +) } }),
            ("9-5E", .contradicted, { $0.studentT = { h, freedom in (freedom + 1) * log(1 + h * h / freedom) } }),
            ("9-5E", .contradicted, { $0.studentT = { h, freedom in freedom / 2 * log(1 + h * h / freedom) } }),
            ("9-5E", .contradicted, { $0.divergence = { 2 * Equations.chapter.divergence($0, $1) } }),
            ("9-5E", .contradicted, { $0.divergence = { Equations.chapter.divergence($1, $0) } }),
            ("9-5E", .contradicted, { $0.divergence = { -Equations.chapter.divergence($0, $1) } }),
        ]
        for (id, expected, mutate) in mutations {
            var equations = Equations.chapter
            mutate(&equations)
            let results = try await Self.results(equations: equations)
            #expect(verdicts(SparseRepresentationsSection.claims(results))[id] == expected, "\(id)")
        }
    }
}
