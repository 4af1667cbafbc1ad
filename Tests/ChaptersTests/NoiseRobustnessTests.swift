import Foundation
import Learning
import NoiseRobustness
import Notebook
import Testing

@Suite struct NoiseRobustnessTests {
    static let section = AnySection(NoiseRobustnessSection.self)

    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(section: NoiseRobustnessSection.info.slug, seed: seed, source: NoImages())
    }

    @Test func storedResultsAreAsWritten() throws {
        expectAsWritten(try StoredResults.claims(of: Self.section))
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let lab = Self.lab(seed: seed)
        expectAsWritten(
            try Expansions().claims(try await Expansions().measure(Expansions.parameters(for: .quick), in: lab)))
        expectAsWritten(
            try LinearModels().claims(try await LinearModels().measure(LinearModels.parameters(for: .quick), in: lab)))
        expectAsWritten(
            try Uncertainty().claims(try await Uncertainty().measure(Uncertainty.parameters(for: .quick), in: lab)))
    }

    @Test func wrongResultsAreNoticed() throws {
        try Minimizers().expectNoticed(Minimizers.wrongResults, in: NoiseRobustnessSection.self)
        try Expansions().expectNoticed(Expansions.wrongResults, in: NoiseRobustnessSection.self)
        try Sensitivity().expectNoticed(Sensitivity.wrongResults, in: NoiseRobustnessSection.self)
        try LinearModels().expectNoticed(LinearModels.wrongResults, in: NoiseRobustnessSection.self)
        try Flatness().expectNoticed(Flatness.wrongResults, in: NoiseRobustnessSection.self)
        try Recurrence().expectNoticed(Recurrence.wrongResults, in: NoiseRobustnessSection.self)
        try Uncertainty().expectNoticed(Uncertainty.wrongResults, in: NoiseRobustnessSection.self)
    }

    @Test func wrongFormulasAreNoticed() async throws {
        expectAllCaught(
            try await Expansions().score(Expansions.wrongFormulas, Expansions.parameters(for: .quick), in: Self.lab()) {
                $0.equations = $1.spoilt(.chapter)
            })
        expectAllCaught(
            try await Minimizers().score(Minimizers.wrongFormulas, Minimizers.parameters(for: .quick), in: Self.lab()) {
                $0.equations = $1.spoilt(.chapter)
            })
        expectAllCaught(
            try await LinearModels().score(
                LinearModels.wrongFormulas, LinearModels.parameters(for: .quick), in: Self.lab()
            ) {
                $0.equations = $1.spoilt(.chapter)
            })
    }

    /// Each claim is put to the test by at least one mutant.
    @Test func everyClaimHasAMutant() throws {
        let mutants = [
            Minimizers.wrongResults.map(\.claim), Minimizers.wrongFormulas.map(\.claim),
            Expansions.wrongResults.map(\.claim), Expansions.wrongFormulas.map(\.claim),
            Sensitivity.wrongResults.map(\.claim), LinearModels.wrongResults.map(\.claim),
            LinearModels.wrongFormulas.map(\.claim), Flatness.wrongResults.map(\.claim),
            Recurrence.wrongResults.map(\.claim), Uncertainty.wrongResults.map(\.claim),
        ].flatMap { $0 }
        try expectMutants(mutants, of: StoredResults.claims(of: Self.section))
    }

    @Test func gradientOfSequencesAgreesWithDifferences() {
        var stream = RandomStream(seed: 3)
        let network = SequenceNetwork(units: 3, from: &stream)
        let data = (0..<4).map { _ in SequenceNetwork.Example(length: 5, from: &stream) }
        let gradient = network.gradient(on: data)
        for place in gradient.indices {
            let errors = [1e-5, -1e-5].map { step in
                var moved = network
                moved.parameters[place] += step
                return moved.error(on: data)
            }
            #expect(abs((errors[0] - errors[1]) / 2e-5 - gradient[place]) < 1e-7)
        }
    }

    @Test func derivativesAgreeWithDifferences() {
        var stream = RandomStream(seed: 5)
        let network = TanhNetwork(inputs: 3, units: 4, from: &stream)
        let x = stream.normals(3)
        let step = 1e-5
        for index in x.indices {
            let ends = [step, -step].map { side in
                var moved = x
                moved[index] += side
                return moved
            }
            let slope = (network.value(at: ends[0]) - network.value(at: ends[1])) / (2 * step)
            #expect(abs(slope - network.inputGradient(at: x)[index]) < 1e-8)
            let bends = network.inputGradient(at: ends[0]).subtracting(network.inputGradient(at: ends[1]))
            #expect(bends.scaled(by: 1 / (2 * step)).subtracting(network.inputHessian(at: x).row(index)).norm < 1e-8)
        }
        for index in network.parameters.indices {
            let ends = [step, -step].map { side in
                var epsilon = [Double](repeating: 0, count: network.parameters.count)
                epsilon[index] = side
                return network.perturbed(by: epsilon)
            }
            let slope = (ends[0].value(at: x) - ends[1].value(at: x)) / (2 * step)
            #expect(abs(slope - network.weightGradient(at: x)[index]) < 1e-8)
            let bends = ends[0].weightGradient(at: x).subtracting(ends[1].weightGradient(at: x))
            #expect(bends.scaled(by: 1 / (2 * step)).subtracting(network.weightHessian(at: x).row(index)).norm < 1e-8)
        }
    }
}
