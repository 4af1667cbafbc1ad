import Digits
import Dropout
import Foundation
import Learning
import Notebook
import Testing

@Suite struct DropoutTests {
    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(
            section: DropoutSection.info.slug, readsImages: true, seed: seed, source: PenDigits())
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
            "11-24D",
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
        small.baggedReplicates = 2
        small.baggedMembers = 2
        small.recurrentReplicates = 2
        small.recurrentEpochs = 1
        let results = try await DropoutSection().measure(small, in: Self.lab())
        let stored = try StoredJSON.encode(results)
        #expect(try StoredJSON.encode(StoredJSON.decode(Results.self, from: stored)) == stored)
        #expect(try DropoutSection().show(results, results.parameters).figures.count == 8)
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

    @Test func wrongResultsAreNoticed() throws {
        expectAllCaught(DropoutSection.wrongResults.score(on: try Self.stored(), claims: DropoutSection.claims))
    }

    @Test func wrongFormulasAreNoticed() throws {
        let parameters = DropoutSection.parameters(for: .quick)
        var results = try Self.stored()
        let sound = DropoutSection.claims(results)
        var score = MutationScore()
        for mutant in DropoutSection.wrongFormulas {
            let equations = mutant.spoilt(.chapter)
            results.exact = try DropoutSection().exact(parameters, in: Self.lab(), equations: equations)
            results.fast.linearError = FastTraining.linearError(RandomStream(seed: 1), equations)
            score.add(mutant, sound: sound, spoilt: DropoutSection.claims(results))
        }
        expectAllCaught(score)
    }

    /// Each claim that can be decided is put to the test by at least one mutant.
    @Test func everyClaimHasAMutant() throws {
        let mutants = DropoutSection.wrongResults.map(\.claim) + DropoutSection.wrongFormulas.map(\.claim)
        try expectMutants(mutants, of: DropoutSection.claims(try Self.stored()))
    }
}
