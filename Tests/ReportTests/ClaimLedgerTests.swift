import Foundation
import Notebook
import Report
import Testing

@Suite struct ClaimLedgerTests {
    /// A ledger read from a folder with these files.
    static func ledger(_ files: [String: String]) throws -> ClaimLedger {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return try ClaimLedger(folder: folder)
    }

    @Test func predictionsAndMutantsAreRead() throws {
        let ledger = try Self.ledger([
            "penalties.yml": """
            2-9E: {predicts: holds, bound: at most 1e-8, because: An identity., replicates: 1, written: before}
            """,
            "mutants.yml": "2-9E: 3 of 4\n",
        ])
        let prediction = try #require(ledger.predictions["2-9E"])
        #expect(prediction.verdict == .holds)
        #expect(prediction.bound == "at most 1e-8")
        #expect(prediction.isOlderThanResult)
        #expect(ledger.mutants["2-9E"] == MutationScore.Tally(mutants: 4, caught: 3))
    }

    @Test func kindsOfErrataAreRead() throws {
        let ledger = try Self.ledger([
            "penalties.yml": """
            2-2D: {predicts: erratum, bound: b, because: c, replicates: 1, written: after, erratum: gap}
            2-9E: {predicts: holds, bound: b, because: c, replicates: 1, written: after}
            """
        ])
        #expect(ledger.predictions["2-2D"]?.slip == .gap)
        #expect(ledger.predictions["2-9E"]?.slip == nil)
    }

    @Test func withoutAFolderNothingIsPredicted() throws {
        #expect(try ClaimLedger(folder: URL(filePath: "/nowhere/at/all")) == ClaimLedger())
    }

    @Test(arguments: [
        (
            "2-9E: {predicts: wins}\n",
            "1: 'wins' is no verdict; holds, erratum, contradicted, inconclusive, undecided are"
        ),
        ("\n2-9E: {predicts: holds, replicates: few}\n", "2: 'replicates' must be a whole number"),
        ("2-9E: {predicts: holds, replicates: 1}\n", "1: a prediction needs 'written'"),
        (
            "2-9E: {predicts: holds, replicates: 1, written: later}\n",
            "1: 'written' must be before or after: before or after the first result was known"
        ),
        (
            "2-9E: {predicts: erratum, bound: b, because: c, replicates: 1, written: after, erratum: big}\n",
            "1: 'erratum' must be typo, gap, wrong, not 'big'"
        ),
        ("- 2-9E\n", "1: a ledger is a mapping from the ids of claims"),
        ("2-9E: {\n", "2: this isn't valid YAML"),
    ])
    func whatCannotBeReadIsNamed(yaml: String, message: String) throws {
        #expect {
            try Self.ledger(["penalties.yml": yaml])
        } throws: {
            "\($0)" == "records/claims/penalties.yml:\(message)"
        }
    }

    @Test func aClaimIsPredictedOnce() throws {
        let line = "2-9E: {predicts: holds, bound: b, because: c, replicates: 1, written: after}\n"
        #expect {
            try Self.ledger(["a.yml": line, "b.yml": line])
        } throws: {
            "\($0)" == "records/claims/b.yml:1: claim 2-9E is predicted twice"
        }
    }

    @Test func mutantsAreCounted() throws {
        #expect {
            try Self.ledger(["mutants.yml": "2-9E: most\n"])
        } throws: {
            "\($0)" == "records/claims/mutants.yml:1: the mutants of claim 2-9E must be counted as in '3 of 4'"
        }
    }
}
