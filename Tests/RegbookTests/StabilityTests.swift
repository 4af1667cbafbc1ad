import FixtureBook
import Foundation
import Notebook
import Report
import Testing

/// Verdicts over several master seeds.
struct StabilityTests {
    /// A book whose dice have ten faces, so that not every seed keeps below six.
    private static func folder(sources: String = "1") async throws -> (FixtureFolder, FixtureFolder.Outcome) {
        let book = try FixtureFolder(sources: sources)
        return (book, await book.runWords("stability --seeds 1-4"))
    }

    @Test func countsVerdictsAndShowsThem() async throws {
        let (book, outcome) = try await Self.folder()
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output == "dice: 4 of 4 verdicts as written\ngrey: 4 of 4 verdicts as written\n")
        #expect(
            try book.text(of: "records/stability.yml") == """
                # How many master seeds gave which verdict. Written by the command stability
                dice:
                  commit: unknown
                  experiment: 1
                  seeds: 1-4
                  claims:
                    D-1: 4 holds
                grey:
                  commit: unknown
                  experiment: 1
                  seeds: 1-4
                  claims:
                    G-1: 4 holds

                """)
        let build = await book.runWords("build --format html")
        #expect(build.code == 0, "\(build.errors)")
        let evidence = try book.text(of: "output/evidence.html")
        #expect(evidence.contains("4 master seeds, version unknown. 1 claim came out as written for every seed."))
        #expect(!evidence.contains("What measures has changed since"))
    }

    /// Its file can be read again, also where a study has no claims.
    @Test func studiesWithoutClaimsAreLeftOut() throws {
        func study(_ claims: [String: [Verdict: Int]]) -> Stability.Study {
            Stability.Study(commit: "unknown", experiment: "1", seeds: 1...4, claims: claims)
        }
        let counted = Stability(studies: ["dice": study(["D-1": [.holds: 4]])])
        var all = counted
        all.studies["picture"] = study([:])
        #expect(try Stability(yaml: all.yaml) == counted)
    }

    @Test func aVerdictThatChangesHasARow() async throws {
        let (book, _) = try await Self.folder()
        let file = "records/stability.yml"
        try book.write(
            try book.text(of: file).replacing("D-1: 4 holds", with: "D-1: 3 holds, 1 contradicted"), to: file)
        _ = await book.runWords("build --format html,pdf")
        let evidence = try book.text(of: "output/evidence.html")
        #expect(evidence.contains("<td>holds</td><td>3 of 4</td><td>1 contradicted</td>"))
        #expect(try book.text(of: "output/latex/evidence.tex").contains(" & holds & 3 of 4 & 1 contradicted"))
    }

    @Test func countsOfAnEarlierVersionAreMarked() async throws {
        let (book, _) = try await Self.folder()
        let later = try FixtureFolder(sources: "2")
        try later.write(book.text(of: "records/stability.yml"), to: "records/stability.yml")
        let outcome = await later.runWords("build --format html")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(
            try later.text(of: "output/evidence.html").contains(
                "What measures has changed since: these counts are of an earlier version."))
    }

    @Test func aPartLeavesTheOthers() async throws {
        let (book, _) = try await Self.folder()
        let outcome = await book.runWords("stability --only dice --seeds 2-3")
        #expect(outcome.output == "dice: 2 of 2 verdicts as written\n")
        let kept = try book.text(of: "records/stability.yml")
        #expect(kept.contains("seeds: 2-3"))
        #expect(kept.contains("G-1: 4 holds"))
    }

    @Test(arguments: [
        ("dice: [1\n", 2, "this isn't valid YAML"),
        (
            "dice:\n  commit: a\n  experiment: b\n  seeds: ten\n", 4,
            "'seeds' must be a range of at most 10000, such as 1-10"
        ),
        ("dice:\n  commit: a\n  experiment: b\n  seeds: 1-2\n", 2, "a study needs 'claims'"),
        (
            "dice:\n  commit: a\n  experiment: b\n  seeds: 1-2\n  claims:\n    D-1: 2 yes\n", 6,
            "'2 yes' is no count of a verdict, such as 9 holds"
        ),
    ])
    func aMistakeIsNamedWithItsLine(text: String, line: Int, problem: String) async throws {
        let book = try FixtureFolder()
        try book.write(text, to: "records/stability.yml")
        let outcome = await book.runWords("build --format html")
        #expect(outcome.errors.hasSuffix("error: records/stability.yml:\(line): \(problem)\n"), "\(outcome.errors)")
        #expect(outcome.code == 1)
        #expect(!book.exists("output"))
    }

    @Test(arguments: ["ten", "5-1", "1-2-3", ""])
    func seedsThatMakeNoRange(text: String) async throws {
        let book = try FixtureFolder()
        let outcome = await book.run("stability", "--seeds", text)
        #expect(
            outcome.errors
                == "error: Can't read --seeds '\(text)'. Write the first and the last master seed, such as 1-10; at most 10000.\n"
        )
        #expect(outcome.code == 64)
    }
}
