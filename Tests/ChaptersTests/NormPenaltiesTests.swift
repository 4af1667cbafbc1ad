import Learning
import NormPenalties
import Notebook
import Testing

@Suite struct NormPenaltiesTests {
    static func lab(seed: UInt64 = 1) -> Lab {
        Lab(section: NormPenaltiesSection.info.slug, seed: seed, source: NoImages())
    }

    @Test(arguments: [2, 3] as [UInt64])
    func claimsHoldForAnySeed(seed: UInt64) async throws {
        let lab = Self.lab(seed: seed)
        _ = try await expectAsWritten(WeightDecay(), in: lab)
        _ = try await expectAsWritten(Offsets(), in: lab)
        _ = try await expectAsWritten(Layers(), in: lab)
        _ = try await expectAsWritten(Shrinkage(), in: lab)
        _ = try await expectAsWritten(Centers(), in: lab)
        _ = try await expectAsWritten(Lasso(), in: lab)
        _ = try await expectAsWritten(Preferences(), in: lab)
        _ = try await expectAsWritten(Selection(), in: lab)
        _ = try await expectAsWritten(Priors(), in: lab)
    }

    @Test func mutantsOfWeightDecayAreNoticed() async throws {
        let lab = Self.lab()
        try await expectMutantsNoticed(
            by: Landscapes(), Landscapes.wrongResults, Landscapes.wrongFormulas,
            sound: try await expectAsWritten(Landscapes(), in: lab), in: lab)
        try await expectMutantsNoticed(
            by: WeightDecay(), WeightDecay.wrongResults, WeightDecay.wrongFormulas,
            sound: try await expectAsWritten(WeightDecay(), in: lab), in: lab)
        try await expectMutantsNoticed(
            by: Shrinkage(), Shrinkage.wrongResults, Shrinkage.wrongFormulas,
            sound: try await expectAsWritten(Shrinkage(), in: lab), in: lab)
    }

    @Test func mutantsOfTheLassoAndOfPriorsAreNoticed() async throws {
        let lab = Self.lab()
        try await expectMutantsNoticed(
            by: Lasso(), Lasso.wrongResults, Lasso.wrongFormulas, sound: try await expectAsWritten(Lasso(), in: lab),
            in: lab)
        try await expectMutantsNoticed(
            by: Preferences(), Preferences.wrongResults, sound: try await expectAsWritten(Preferences(), in: lab),
            in: lab)
        try await expectMutantsNoticed(
            by: Priors(), Priors.wrongResults, Priors.wrongFormulas,
            sound: try await expectAsWritten(Priors(), in: lab), in: lab)
    }

    @Test func mutantsOfComparisonsAreNoticed() async throws {
        let lab = Self.lab()
        try await expectMutantsNoticed(
            by: Offsets(), Offsets.wrongResults, sound: try await expectAsWritten(Offsets(), in: lab), in: lab)
        try await expectMutantsNoticed(
            by: Layers(), Layers.wrongResults, sound: try await expectAsWritten(Layers(), in: lab), in: lab)
        try await expectMutantsNoticed(
            by: Centers(), Centers.wrongResults, sound: try await expectAsWritten(Centers(), in: lab), in: lab)
        try await expectMutantsNoticed(
            by: Selection(), Selection.wrongResults, sound: try await expectAsWritten(Selection(), in: lab), in: lab)
    }
}
