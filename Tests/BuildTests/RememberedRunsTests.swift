import Build
import Foundation
import Notebook
import Testing

/// What a preview read once it reads again only when it changed.
struct RememberedRunsTests {
    private static func record(seed: UInt64) throws -> KeptStudy {
        let section = Chapter(1, title: "Fixture", sections: [(1, SquaresSection.self)]).sections[0]
        let record = StudyRecord(
            study: section.studies[0], page: Page { Value("seed", Int(seed)) }, profile: .full, seed: seed,
            dataName: nil, parameters: Data(), inputDigest: "", isAsWritten: true, seconds: 1, rerunCommand: "rerun")
        return KeptStudy(record: record, commit: "abc")
    }

    @Test func keptResultsAreReadAgainWhenTheyChanged() throws {
        let remembered = RememberedRuns()
        var read = 0
        func seed(of name: String, holding text: String, ifRead seed: UInt64) throws -> UInt64 {
            try remembered.record(of: name, holding: Data(text.utf8)) {
                read += 1
                return try Self.record(seed: seed)
            }.record.seed
        }
        #expect(try seed(of: "full/a.jsonl", holding: "one", ifRead: 1) == 1)
        #expect(try seed(of: "full/a.jsonl", holding: "one", ifRead: 2) == 1)
        #expect(try seed(of: "full/b.jsonl", holding: "one", ifRead: 3) == 3)
        #expect(try seed(of: "full/a.jsonl", holding: "two", ifRead: 4) == 4)
        #expect(read == 3)
    }
}
