import Digits
import EarlyStopping
import Foundation
import Learning
import Notebook
import Testing

@Suite struct EarlyStoppingTests {
    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(
            section: EarlyStoppingSection.info.slug, readsImages: true, seed: seed, source: PenDigits())
    }

    @Test func wrongResultsAreNoticed() throws {
        let section = EarlyStoppingSection.self
        try expectNoticed(LearningCurves.self, of: section, LearningCurves.wrongResults)
        try expectNoticed(ScriptedSequences.self, of: section, ScriptedSequences.wrongResults)
        try expectNoticed(Monitoring.self, of: section, Monitoring.wrongResults)
        try expectNoticed(Retraining.self, of: section, Retraining.wrongResults)
        try expectNoticed(Endless.self, of: section, Endless.wrongResults)
        try expectNoticed(Surrogate.self, of: section, Surrogate.wrongResults)
        try expectNoticed(
            Quadratic.self, of: section, Quadratic.wrongResults, formulas: Quadratic.wrongFormulas.map(\.claim))
        try expectNoticed(Filters.self, of: section, Filters.wrongResults, formulas: Filters.wrongFormulas.map(\.claim))
        try expectNoticed(TwoWeights.self, of: section, TwoWeights.wrongResults)
        expectAsWritten(try claims(Shapes.self, stored(Shapes.self, of: section)))
    }

    @Test func wrongFormulasAreNoticed() async throws {
        let lab = Self.lab()
        try await expectNoticed(Quadratic.wrongFormulas, of: .chapter, in: Quadratic(), \.equations, lab: lab)
        try await expectNoticed(Filters.wrongFormulas, of: .chapter, in: Filters(), \.equations, lab: lab)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func formulasHoldForAnySeed(seed: UInt64) async throws {
        let lab = Self.lab(seed: seed)
        func expectAll<S: Study>(_ study: S) async throws {
            expectAsWritten(try claims(S.self, try await study.measure(S.parameters(for: .quick), in: lab)))
        }
        try await expectAll(ScriptedSequences())
        try await expectAll(Quadratic())
        try await expectAll(Filters())
        try await expectAll(TwoWeights())
    }

    /// Each study that trains, at its smallest.
    @Test func smallExperimentsRun() async throws {
        let lab = Self.lab()
        let curves = try await expectPage(LearningCurves(), Small.curves, in: lab)
        #expect(curves.runs.allSatisfy { $0.trainingLoss[9] < $0.trainingLoss[0] })
        #expect(curves.runs[0] != curves.runs[1])
        var monitoring = Monitoring.parameters(for: .quick)
        (monitoring.training, monitoring.timedReplicates) = (Small.curves.training, 2)
        let monitored = try await expectPage(Monitoring(), monitoring, in: lab)
        #expect(monitored.timedOverheads.allSatisfy { $0 > 0 })
        try await expectPage(Retraining(), Small.retraining, in: lab)
        var endless = Endless.parameters(for: .quick)
        (endless.replicates, endless.limit, endless.cap, endless.network) = (2, 3, 3, Small.network)
        endless.training = 50
        try await expectPage(Endless(), endless, in: lab)
        var surrogate = Surrogate.parameters(for: .quick)
        (surrogate.replicates, surrogate.training, surrogate.epochs, surrogate.network) = (2, 20, 40, Small.network)
        try await expectPage(Surrogate(), surrogate, in: lab)
        var shapes = Shapes.parameters(for: .quick)
        (shapes.replicates, shapes.training, shapes.epochs, shapes.network) = (1, [40], 3, Small.network)
        let kinds = try await expectPage(Shapes(), shapes, in: lab).kinds
        #expect(kinds.count == SmallModel.allCases.count)
    }
}

/// Parameters with few small networks.
private enum Small {
    static var network: SmallNetwork {
        var network = Retraining.parameters(for: .quick).network
        (network.pool, network.validation, network.test, network.hiddenUnits) = (500, 50, 50, 8)
        return network
    }

    static var curves: LearningCurves.Parameters {
        var parameters = LearningCurves.parameters(for: .quick)
        (parameters.runs, parameters.testExamples) = (2, 50)
        (parameters.training.trainingExamples, parameters.training.validationExamples) = (100, 50)
        (parameters.training.units, parameters.training.epochs, parameters.training.isHalved) = (12, 10, true)
        return parameters
    }

    static var retraining: Retraining.Parameters {
        var parameters = Retraining.parameters(for: .quick)
        (parameters.replicates, parameters.training, parameters.limit, parameters.cap) = (2, 50, 3, 3)
        (parameters.slowLimit, parameters.network) = (2, network)
        return parameters
    }
}
