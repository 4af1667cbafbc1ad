import Laboratory
import Notebook
import RegularizersCompared
import Testing

@Suite struct RegularizersComparedTests {
    private let lab = Lab(section: "regularizers-compared", seed: 1, source: NoImages())

    @Test func theErrorIsBiasPlusVariance() async throws {
        var parameters = OneTask.parameters(for: .quick)
        (parameters.replicates, parameters.points, parameters.updates) = (3, 40, 200)
        parameters.members = 2
        let results = try await expectPage(OneTask(), parameters, in: lab)
        #expect(results.arms.map(\.method) == Method.allCases)
        for arm in results.arms {
            let error = arm.errors.reduce(0, +) / Double(arm.errors.count)
            #expect(abs(error - arm.squaredBias - arm.variance) < 1e-9, "\(arm.method)")
        }
        func passes(_ method: Method) -> [Double] { results.arms.first { $0.method == method }?.passes ?? [] }
        #expect(passes(.none) == [4_000, 4_000, 4_000])
        #expect(passes(.bagging) == [8_000, 8_000, 8_000])
        #expect(passes(.earlyStopping).allSatisfy { $0 <= 4_000 })
    }

    @Test func aPenaltyOnWeightsSavesVariance() throws {
        let results = try stored(OneTask.self, of: RegularizersComparedSection.self)
        let plain = try #require(results.arms.first { $0.method == .none })
        let decay = try #require(results.arms.first { $0.method == .weightDecay })
        let saved = Estimate(of: zip(plain.errors, decay.errors).map { $0 - $1 })
        #expect(saved.mean > saved.halfWidth)
        #expect(decay.variance < plain.variance)
    }
}
