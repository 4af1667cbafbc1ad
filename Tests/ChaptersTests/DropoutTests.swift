import Digits
import Dropout
import Foundation
import Learning
import Notebook
import Testing

@Suite struct DropoutTests {
    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(section: DropoutSection.info, profile: .quick, seed: seed, source: PenDigits())
    }

    /// The results of the quick profile beside these tests.
    static func stored() throws -> Results {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Stored")
        return try StoredJSON.decode(Results.self, from: Data(contentsOf: folder.appending(path: "dropout.json")))
    }

    @Test func storedResultsAreAsWritten() throws {
        expectAsWritten(DropoutSection.claims(try Self.stored()))
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func exactClaimsHoldForAnySeed(seed: UInt64) throws {
        let parameters = DropoutSection.parameters(for: .quick)
        let exact = try DropoutSection().exact(parameters, in: Self.lab(seed: seed), equations: .chapter)
        var results = try Self.stored()
        results.exact = exact
        let ids = [
            "11-1E", "11-2E", "11-3E", "11-4D", "11-5E", "11-6E", "11-7E", "11-12E", "11-19X", "11-20D", "11-21X",
        ]
        let claims = DropoutSection.claims(results).filter { ids.contains($0.id) }
        #expect(claims.count == ids.count)
        expectAsWritten(claims)
    }

    /// The whole experiment at its smallest: it runs, and what it gives survives storage.
    @Test func smallExperimentsRun() async throws {
        var small = DropoutSection.parameters(for: .quick)
        small.enumeratedNetworks = 2
        small.fastReplicates = 2
        small.fastUpdates = 20
        small.task.trainingPool = 200
        small.task.trainingExamples = 100
        small.task.validationExamples = 50
        small.task.testExamples = 50
        small.task.units = 8
        small.task.updates = 32
        small.task.unlabelledExamples = 100
        small.sampledNetworks = 2
        small.samples = [1, 20]
        small.sampledExamples = 20
        small.channels = [2, 2]
        small.convolutionExamples = 40
        small.convolutionEpochs = 1
        small.convolutionReplicates = 2
        small.comparedReplicates = 2
        small.sizes = [80, 90, 100]
        small.sizeReplicates = 2
        small.fewReplicates = 2
        small.widths = [4, 8]
        small.widthReplicates = 2
        small.recurrentReplicates = 2
        small.recurrentEpochs = 1
        let results = try await DropoutSection().experiment(small, in: Self.lab())
        let stored = try StoredJSON.encode(results)
        #expect(try StoredJSON.encode(StoredJSON.decode(Results.self, from: stored)) == stored)
        #expect(try DropoutSection().present(results).figures.count == 8)
        #expect(results.comparison.errors.joined().allSatisfy { (0...1).contains($0) })
        #expect(results.sampling.maxout[0] != results.sampling.maxout[1])
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

    @Test func spoiltResultsFlipVerdicts() throws {
        let sound = try Self.stored()
        let spoils: [(String, Verdict, (inout Results) -> Void)] = [
            ("11-1E", .contradicted, { $0.exact.members.removalError = 0.1 }),
            ("11-1E", .contradicted, { $0.exact.members.bumpGap = 0 }),
            ("11-1E", .contradicted, { $0.exact.members.mendedBumpError = 0.1 }),
            ("11-2E", .contradicted, { $0.exact.members.functions -= 1 }),
            ("11-2E", .contradicted, { $0.exact.members.movedBySharing = 0 }),
            ("11-3E", .contradicted, { $0.exact.scaling.halfError = 0.1 }),
            ("11-3E", .contradicted, { $0.exact.scaling.halvedOffsetGap = 0 }),
            ("11-3E", .contradicted, { $0.exact.scaling.arithmeticGap = 0 }),
            ("11-4D", .contradicted, { $0.exact.scaling.columnError = 0.1 }),
            ("11-4D", .contradicted, { $0.exact.scaling.weightedError = 0.1 }),
            (
                "11-4D", .holds,
                {
                    $0.exact.scaling.rowGap = 0
                    $0.exact.scaling.evenRootGap = 0
                }
            ),
            ("11-5E", .contradicted, { $0.exact.scaling.gaussianError = 0.1 }),
            ("11-5E", .contradicted, { $0.exact.scaling.unequalGap = 0 }),
            ("11-6E", .contradicted, { $0.exact.scaling.deepError = 0.1 }),
            ("11-6E", .contradicted, { $0.exact.scaling.tiedGap = 0 }),
            ("11-7E", .contradicted, { $0.exact.approximation.geometric[1][0] = 0 }),
            ("11-7E", .contradicted, { $0.exact.approximation.geometric[1][0] = 1 }),
            ("11-8X", .contradicted, { $0.sampling.maxout = $0.sampling.maxout.map { $0.scaled(1) } }),
            ("11-9X", .contradicted, { $0.sampling.everywhere = $0.sampling.everywhere.map { $0.scaled(0) } }),
            ("11-9X", .contradicted, { $0.sampling.topOnly = $0.sampling.topOnly.map { $0.scaled(1) } }),
            ("11-10X", .contradicted, { $0.comparison.errors[5] = $0.comparison.errors[5].map { $0 + 1 } }),
            ("11-12E", .contradicted, { $0.exact.cost.masks = $0.exact.cost.multiplications }),
            ("11-12E", .contradicted, { $0.exact.cost.extraInPrediction = 1 }),
            ("11-13X", .contradicted, { $0.sequences.dropoutErrors = $0.sequences.plainErrors.map { $0 + 1 } }),
            ("11-14X", .contradicted, { swap(&$0.widths.plain, &$0.widths.dropout) }),
            ("11-15X", .contradicted, { $0.sizes.plainErrors[$0.sizes.sizes.count - 1] = $0.sizes.plainErrors[0] }),
            ("11-16X", .holds, { $0.sizes.dropoutErrors[0] = $0.sizes.plainErrors[0].map { $0 + 0.5 } }),
            ("11-16X", .contradicted, { $0.sizes.bayesianErrors = $0.sizes.bayesianErrors.map { $0 + 1 } }),
            ("11-18X", .contradicted, { swap(&$0.fast.randomUpdates, &$0.fast.averagedUpdates) }),
            ("11-18X", .contradicted, { $0.fast.averagedErrors = $0.fast.averagedErrors.map { $0 + 0.1 } }),
            ("11-18X", .contradicted, { $0.fast.objectiveError = 0.2 }),
            ("11-18X", .contradicted, { $0.fast.linearError = 0.2 }),
            (
                "11-19X", .contradicted,
                { $0.exact.approximation.fast = $0.exact.approximation.arithmetic.map { $0.map { 2 * $0 } } }
            ),
            ("11-20D", .holds, { $0.exact.relatives.connectGap = 0 }),
            ("11-20D", .contradicted, { $0.exact.relatives.dropoutError = 0.1 }),
            ("11-21X", .contradicted, { $0.exact.relatives.poolingError = 0.1 }),
            ("11-21X", .contradicted, { $0.exact.relatives.maximumGap = 0 }),
        ]
        for (id, expected, spoil) in spoils {
            var results = sound
            spoil(&results)
            #expect(verdicts(DropoutSection.claims(results))[id] == expected, "\(id)")
        }
        let decidable = DropoutSection.claims(sound).map(\.id).filter { $0 != "11-11X" }
        #expect(Set(decidable) == Set(spoils.map(\.0)))
    }

    /// Each formula with a sign or a factor wrong, and the claim that must notice.
    @Test func wrongFormulasAreNoticed() throws {
        let mutations: [(String, (inout Equations) -> Void)] = [
            ("11-3E", { $0.subModel = { $0.transposedTimes(zip($2, $3).map { $0 * $1 }).subtracting($1) } }),
            ("11-6E", { $0.subModel = { w, b, _, v in w.transposedTimes(v).adding(b) } }),
            ("11-20D", { $0.subModel = { $0.transposedTimes(zip($2, $3).map { 2 * $0 * $1 }).adding($1) } }),
            ("11-3E", { $0.ensemble = { logs, weights in Equations.chapter.ensemble(logs, weights.map { 2 * $0 }) } }),
            ("11-4D", { $0.ensemble = { logs, weights in Equations.chapter.ensemble(logs, weights.map { -$0 }) } }),
            ("11-21X", { $0.ensemble = { logs, weights in Equations.chapter.ensemble(logs, weights.map { $0 / 2 }) } }),
            ("11-3E", { $0.scaled = { $0.transposedTimes($3).adding($1).scaled(by: $2) } }),
            ("11-4D", { $0.scaled = { $0.transposedTimes($3).scaled(by: 1 - $2).adding($1) } }),
            ("11-5E", { $0.scaled = { $0.transposedTimes($3).scaled(by: 2 * $2).adding($1) } }),
            ("11-6E", { $0.scaled = { $0.transposedTimes($3).scaled(by: $2 / 2).adding($1) } }),
            ("11-19X", { $0.sumVariance = { 2e6 * $0 * (1 - $0) * $1.dot($1) } }),
            ("11-18X", { $0.linearPenalty = { keep, d, w in -Equations.chapter.linearPenalty(keep, d, w) } }),
            ("11-18X", { $0.linearPenalty = { keep, d, w in 2 * Equations.chapter.linearPenalty(keep, d, w) } }),
            ("11-21X", { $0.poolingShares = { $0.map { _ in 0.25 } } }),
            ("11-21X", { $0.poolingShares = { $0.scaled(by: 2 / $0.reduce(0, +)) } }),
        ]
        let parameters = DropoutSection.parameters(for: .quick)
        var results = try Self.stored()
        for (id, mutate) in mutations {
            var equations = Equations.chapter
            mutate(&equations)
            results.exact = try DropoutSection().exact(parameters, in: Self.lab(), equations: equations)
            results.fast.linearError = FastTraining.linearError(RandomStream(seed: 1), equations)
            #expect(verdicts(DropoutSection.claims(results))[id] == .contradicted, "\(id)")
        }
    }
}

extension SamplingMeasurements.Sampled {
    /// The same network with another share under weight scaling.
    fileprivate func scaled(_ share: Double) -> Self {
        var copy = self
        copy.scaled = share
        return copy
    }
}
