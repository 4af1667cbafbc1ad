import DatasetAugmentation
import Digits
import Foundation
import Learning
import Notebook
import Testing

@Suite struct DatasetAugmentationTests {
    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(
            section: DatasetAugmentationSection.info.slug, readsImages: true, seed: seed, source: PenDigits())
    }

    @Test func wrongResultsAreNoticed() throws {
        let section = DatasetAugmentationSection.self
        try expectNoticed(Curves.self, of: section, Curves.wrongResults)
        try expectNoticed(Schemes.self, of: section, Schemes.wrongResults)
        try expectNoticed(Flips.self, of: section, Flips.wrongResults)
        try expectNoticed(
            OutOfPlane.self, of: section, OutOfPlane.wrongResults, formulas: OutOfPlane.wrongCameras.map(\.claim))
        try expectNoticed(Robustness.self, of: section, Robustness.wrongResults)
        try expectNoticed(HiddenNoise.self, of: section, HiddenNoise.wrongResults)
        try expectNoticed(
            DroppedInputs.self, of: section, DroppedInputs.wrongResults,
            formulas: DroppedInputs.wrongFormulas.map(\.claim))
        try expectNoticed(Codes.self, of: section, Codes.wrongResults)
    }

    @Test func wrongFormulasAreNoticed() async throws {
        let lab = Self.lab()
        try await expectNoticed(DroppedInputs.wrongFormulas, of: .chapter, in: DroppedInputs(), \.equations, lab: lab)
        try await expectNoticed(OutOfPlane.wrongCameras, of: .pinhole, in: OutOfPlane(), \.camera, lab: lab)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func formulasHoldForAnySeed(seed: UInt64) async throws {
        let lab = Self.lab(seed: seed)
        let inputs = try await DroppedInputs().measure(DroppedInputs.parameters(for: .quick), in: lab)
        expectAsWritten(try claims(DroppedInputs.self, inputs))
        let scenes = try await OutOfPlane().measure(OutOfPlane.parameters(for: .quick), in: lab)
        expectAsWritten(try claims(OutOfPlane.self, scenes))
    }

    /// Each study that trains, at its smallest: enough for every shape, too little for comparisons.
    @Test func smallExperimentsRun() async throws {
        let lab = Self.lab()
        try await expectPage(Gallery(), Gallery.parameters(for: .quick), in: lab)
        try await expectPage(Curves(), Small.curves, in: lab)
        var schemes = Schemes.parameters(for: .quick)
        (schemes.examples, schemes.replicates, schemes.copies, schemes.training) = (20, 2, 1, Small.training)
        try await expectPage(Schemes(), schemes, in: lab)
        var flips = Flips.parameters(for: .quick)
        (flips.examples, flips.letters, flips.replicates, flips.training) = (20, 12, 2, Small.training)
        try await expectPage(Flips(), flips, in: lab)
        var robustness = Robustness.parameters(for: .quick)
        (robustness.examples, robustness.replicates, robustness.training) = (20, 2, Small.training)
        try await expectPage(Robustness(), robustness, in: lab)
        var noise = HiddenNoise.parameters(for: .quick)
        (noise.examples, noise.replicates, noise.otherReplicates, noise.training) = (20, 3, 2, Small.training)
        let noisy = try await expectPage(HiddenNoise(), noise, in: lab)
        #expect(noisy.test.map(\.count) == [2, 3, 2])
        var codes = Codes.parameters(for: .quick)
        (codes.unlabelled, codes.labelled, codes.draws, codes.replicates) = (150, 2, 2, 2)
        codes.training = Small.training
        try await expectPage(Codes(), codes, in: lab)
    }
}

/// Parameters with few small networks.
private enum Small {
    static var training: DigitTraining {
        var training = Curves.parameters(for: .quick).training
        (training.pool, training.testExamples, training.steps) = (2_000, 100, 5)
        return training
    }

    static var curves: Curves.Parameters {
        var curves = Curves.parameters(for: .quick)
        (curves.sizes, curves.replicates, curves.copies, curves.training) = ([20, 40], 2, 1, training)
        return curves
    }
}
