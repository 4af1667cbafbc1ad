import Learning
import NormPenalties
import Notebook
import Testing

@Suite struct NormPenaltiesTests {
    static func lab(seed: UInt64 = 1, bench: any Workbench = PlainBench()) -> Lab {
        Lab(section: NormPenaltiesSection.info.slug, seed: seed, source: NoImages(), bench: bench)
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

    /// One data set more costs one of each kind.
    @Test func oneDataSetMoreRunsAlone() async throws {
        let bench = CountingBench()
        var selection = Selection.parameters(for: .quick)
        var offsets = Offsets.parameters(for: .quick)
        (selection.dataSets, offsets.dataSets) = (2, 2)
        for _ in 0..<2 {
            _ = try await Selection().measure(selection, in: Self.lab(bench: bench))
            _ = try await Offsets().measure(offsets, in: Self.lab(bench: bench))
            selection.dataSets += 1
            offsets.dataSets += 1
        }
        #expect(await bench.computed == 3 * 3 + 3 * 4)
    }
}
