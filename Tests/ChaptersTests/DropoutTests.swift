import Digits
import Dropout
import Foundation
import Learning
import Notebook
import Testing

@Suite struct DropoutTests {
    static func lab(seed: UInt64 = 1, inputs: [String: Data] = [:]) -> Lab {
        Lab(
            section: DropoutSection.info.slug, readsImages: true, seed: seed, source: PenDigits(),
            inputs: inputs)
    }

    @Test func wrongResultsAreNoticed() throws {
        let section = DropoutSection.self
        try expectNoticed(Members.self, of: section, Members.wrongResults)
        try expectNoticed(SubNetworks.self, of: section, SubNetworks.wrongResults)
        try expectNoticed(Scaling.self, of: section, Scaling.wrongResults, formulas: Scaling.wrongFormulas.map(\.claim))
        try expectNoticed(
            Approximation.self, of: section, Approximation.wrongResults,
            formulas: Approximation.wrongFormulas.map(\.claim))
        try expectNoticed(Sampling.self, of: section, Sampling.wrongResults)
        try expectNoticed(Comparison.self, of: section, Comparison.wrongResults)
        try expectNoticed(Sequences.self, of: section, Sequences.wrongResults)
        try expectNoticed(Sizes.self, of: section, Sizes.wrongResults)
        try expectNoticed(Costs.self, of: section, Costs.wrongResults)
        try expectNoticed(Widths.self, of: section, Widths.wrongResults)
        try expectNoticed(
            FastTraining.self, of: section, FastTraining.wrongResults,
            formulas: FastTraining.wrongFormulas.map(\.claim))
        try expectNoticed(
            Relatives.self, of: section, Relatives.wrongResults, formulas: Relatives.wrongFormulas.map(\.claim))
    }

    @Test func wrongFormulasAreNoticed() async throws {
        let lab = Self.lab()
        try await expectNoticed(Scaling.wrongFormulas, of: .chapter, in: Scaling(), \.equations, lab: lab)
        try await expectNoticed(Approximation.wrongFormulas, of: .chapter, in: Approximation(), \.equations, lab: lab)
        try expectNoticedInEnumerations(lab)
    }

    /// Formulas of studies that train as well are put into the parts that enumerate.
    private func expectNoticedInEnumerations(_ lab: Lab) throws {
        let related = try stored(Relatives.self, of: DropoutSection.self)
        var score = MutationScore()
        for mutant in Relatives.wrongFormulas {
            var wrong = Relatives()
            wrong.equations = mutant.spoilt(.chapter)
            score.add(
                mutant, sound: try claims(Relatives.self, related),
                spoilt: try claims(Relatives.self, wrong.enumerated(related, in: lab)))
        }
        let trained = try stored(FastTraining.self, of: DropoutSection.self)
        for mutant in FastTraining.wrongFormulas {
            var results = trained
            results.linearError = FastTraining.linearError(lab.stream("linear regression"), mutant.spoilt(.chapter))
            score.add(
                mutant, sound: try claims(FastTraining.self, trained),
                spoilt: try claims(FastTraining.self, results))
        }
        expectAllCaught(score)
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func formulasHoldForAnySeed(seed: UInt64) async throws {
        let lab = Self.lab(seed: seed)
        let members = try await Members().measure(Members.parameters(for: .quick), in: lab)
        expectAsWritten(try claims(Members.self, members))
        let scaling = try await Scaling().measure(Scaling.parameters(for: .quick), in: lab)
        expectAsWritten(try claims(Scaling.self, scaling))
        let approximation = try await Approximation().measure(Approximation.parameters(for: .quick), in: lab)
        expectAsWritten(try claims(Approximation.self, approximation))
        let related = try Relatives().enumerated(stored(Relatives.self, of: DropoutSection.self), in: lab)
        expectAsWritten(try claims(Relatives.self, related))
    }

    /// Each study that trains, at its smallest.
    @Test func smallExperimentsRun() async throws {
        let lab = Self.lab()
        var parts = SubNetworks.parameters(for: .quick)
        (parts.replicates, parts.members) = (2, 2)
        try await expectPage(SubNetworks(), parts, in: lab)
        var sampling = Sampling.parameters(for: .quick)
        (sampling.replicates, sampling.samples, sampling.examples, sampling.channels) = (2, [1, 20], 20, [2, 2])
        (sampling.convolutionExamples, sampling.convolutionEpochs, sampling.convolutionReplicates) = (40, 1, 2)
        (sampling.units, sampling.task) = (8, Small.task)
        let sampled = try await expectPage(Sampling(), sampling, in: lab)
        #expect(sampled.maxout[0] != sampled.maxout[1])
        let compared = try await expectPage(Comparison(), Small.comparison, in: lab)
        #expect(compared.errors.joined().allSatisfy { (0...1).contains($0) })
        var sequences = Sequences.parameters(for: .quick)
        (sequences.replicates, sequences.epochs, sequences.examples, sequences.units) = (2, 1, 40, 5)
        sequences.task = Small.task
        var table = PublishedTable.parameters(for: .quick)
        (table.replicates, table.task.units, table.task.tuningUpdates, table.task.updates) = (2, [4, 4, 8], 2, 3)
        (table.task.trainingExamples, table.task.validationExamples, table.task.testExamples) = (40, 20, 20)
        let published = try await expectPage(PublishedTable(), table, in: lab)
        #expect(published.errors.map(\.count) == Array(repeating: 2, count: PublishedRow.allCases.count))
        #expect(zip(published.rows, published.strengths).allSatisfy { $0.strengths.contains($1) })
        let before = ["comparison": try StoredJSON.encode(compared)]
        try await expectPage(Sequences(), sequences, in: Self.lab(inputs: before))
        var sizes = Sizes.parameters(for: .quick)
        (sizes.sizes, sizes.replicates, sizes.fewReplicates, sizes.updates) = ([80, 90, 100], 2, 2, 8)
        sizes.task = Small.task
        try await expectPage(Sizes(), sizes, in: lab)
        var widths = Widths.parameters(for: .quick)
        (widths.widths, widths.replicates, widths.updates, widths.task) = ([4, 8], 2, 32, Small.task)
        try await expectPage(Widths(), widths, in: lab)
        var fast = FastTraining.parameters(for: .quick)
        (fast.replicates, fast.updates, fast.hiddenUnits) = (2, 20, 3)
        try await expectPage(FastTraining(), fast, in: lab)
        var related = Relatives.parameters(for: .quick)
        (related.replicates, related.examples, related.epochs, related.tests) = (2, 40, 1, 20)
        try await expectPage(Relatives(), related, in: lab)
    }

    /// What dropout costs is measured after the rule was, whose results it takes; in time only where timings are asked for.
    @Test func costsTakeTheRulesResults() async throws {
        let scaling = try stored(Scaling.self, of: DropoutSection.self)
        var parameters = Costs.parameters(for: .quick)
        (parameters.widths, parameters.timedReplicates) = ([20, 40], 2)
        let lab = Self.lab(inputs: ["scaling": try StoredJSON.encode(scaling)])
        let costs = try await expectPage(Costs(), parameters, in: lab)
        #expect(costs.factorError == scaling.weightedError)
        #expect(costs.timedSteps.count == 2 && costs.timedSteps.allSatisfy { $0 > 0 })
        await #expect(throws: LabError.undeclaredInput("scaling")) {
            try await Costs().measure(parameters, in: Self.lab())
        }
    }

    @Test func recurrentNetworksLearnLines() {
        var stream = RandomStream(seed: 3)
        var network = RecurrentNetwork(inputs: 2, units: 12, classes: 2, from: &stream)
        // The class is the sign of the first line's first entry, which has to be remembered over three more lines.
        func sample(_ count: Int) -> (lines: [Matrix], labels: [Int]) {
            let lines = (0..<4).map { _ in Matrix(rows: count, columns: 2, elements: stream.normals(2 * count)) }
            return (lines, (0..<count).map { lines[0][$0, 0] > 0 ? 1 : 0 })
        }
        for _ in 0..<400 {
            let batch = sample(20)
            network.train(batch.lines, batch.labels, rate: 0.05, keepInput: 1, keepOutput: 1, &stream)
        }
        let test = sample(200)
        #expect(zip(network.predictions(test.lines), test.labels).count { $0 == $1 } > 180)
    }

    @Test func infiniteNetworksFitWhatTheySaw() throws {
        var stream = RandomStream(seed: 4)
        let x = Matrix(rows: 30, columns: 5, elements: stream.normals(150))
        let labels = (0..<30).map { x[$0, 0] > 0 ? 1 : 0 }
        let network = try InfiniteNetwork(x, labels, classes: 2, noise: 1e-6)
        let scores = network.scores(x)
        #expect((0..<30).allSatisfy { (scores[$0, 1] > scores[$0, 0]) == (labels[$0] == 1) })
    }

    /// The gradient of the objective with the masks averaged out is that of its finite differences.
    @Test func averagedGradientsAreDerivatives() throws {
        let images = try PenDigits().images(.training, count: 40).halved()
        let network = DroppedNetwork(images, units: 3, RandomStream(seed: 5))
        let rows = Array(0..<40)
        let gradient = network.averagedGradient(network.start, rows)
        let step = 1e-5
        for (block, entry) in [(0, 300), (0, 301), (1, 1), (2, 0), (2, 2), (3, 0)] {
            func objective(_ shift: Double) -> Double {
                var weights = network.start
                let columns = weights[block].columns
                weights[block][entry / columns, entry % columns] += shift
                return network.objective(weights)
            }
            let slope = (objective(step) - objective(-step)) / (2 * step)
            #expect(abs(gradient[block].elements[entry] - slope) < 1e-6, "block \(block), entry \(entry)")
        }
    }
}

/// Parameters with few small networks.
private enum Small {
    static var task: DigitTask {
        var task = Comparison.parameters(for: .quick).task
        (task.trainingPool, task.trainingExamples, task.validationExamples, task.testExamples) = (200, 100, 50, 50)
        (task.units, task.updates, task.unlabelledExamples) = (8, 32, 100)
        return task
    }

    static var comparison: Comparison.Parameters {
        var parameters = Comparison.parameters(for: .quick)
        (parameters.replicates, parameters.task) = (2, task)
        return parameters
    }
}
