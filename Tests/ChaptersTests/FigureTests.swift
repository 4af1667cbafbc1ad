import FigureSnapshots
import Foundation
import Notebook
import Testing

/// The figures of sections, drawn from stored results, so that no last bit of an experiment decides them.
@Suite struct FigureTests {
    /// A study and its section.
    struct Case: Sendable, CustomTestStringConvertible {
        let section: AnySection
        let study: AnyStudy
        var testDescription: String { study.path }

        /// The page that the study makes of its stored results, changed where wanted.
        func page(changing change: ((Any) -> Any)? = nil) throws -> Page {
            var results = try StoredResults.data(of: study)
            if let change {
                let json = try JSONSerialization.jsonObject(with: results, options: .fragmentsAllowed)
                results = try JSONSerialization.data(withJSONObject: change(json), options: .fragmentsAllowed)
            }
            return try study.show(results, study.parameters(for: .quick))
        }
    }

    static let cases = BookSections.all.flatMap { section in
        section.studies.map { Case(section: section, study: $0) }
    }

    @Test(arguments: cases)
    func drawingsAreAsKept(_ test: Case) throws {
        for entry in try test.page().figures {
            try SnapshotFolder()
                .check(entry.frames[entry.initial].figure, named: "\(test.section.info.slug)-\(entry.name)")
        }
    }

    /// The counterparts of Figures 7.1 to 7.7 and of two displays, as pictures.
    @Test(arguments: [
        ("norm-penalties", "weight-decay"), ("norm-penalties", "l1-against-l2"), ("early-stopping", "learning-curves"),
        ("early-stopping", "trajectory"), ("bagging", "cartoon"), ("sparse-representations", "displays"),
        ("multi-task-learning", "graph"), ("adversarial-training", "picture"),
    ])
    func picturesLookAsKept(section: String, name: String) throws {
        let entry = try #require(try Self.figure(name, of: section))
        try SnapshotFolder().checkPicture(entry.frames[entry.initial].figure, named: "\(section)-\(name)")
    }

    /// Results that differ draw another picture: a comparison that saw none could not fail.
    @Test func anotherResultDrawsAnotherFigure() throws {
        let entry = try #require(
            try Self.figure("learning-curves", of: "early-stopping") { Self.reversing("validationLoss", in: $0) })
        let figure = try entry.frames[entry.initial].figure
        // Not among the changes that a person looks at.
        let changes = SnapshotChanges(
            folder: .temporaryDirectory.appending(path: "another-result-\(UUID().uuidString)"))
        defer { try? FileManager.default.removeItem(at: changes.folder) }
        let kept = SnapshotFolder(changes: changes, recording: false)
        #expect(throws: SnapshotMismatch.self) { try kept.check(figure, named: "early-stopping-learning-curves") }
        #expect(throws: SnapshotMismatch.self) {
            try kept.checkPicture(figure, named: "early-stopping-learning-curves")
        }
    }

    private static func figure(
        _ name: String, of section: String, changing change: ((Any) -> Any)? = nil
    ) throws -> PageFigure? {
        for test in cases where test.section.info.slug == section {
            if let figure = try test.page(changing: change).figures.first(where: { $0.name == name }) { return figure }
        }
        return nil
    }

    /// `json` with every list called `name` turned round.
    private static func reversing(_ name: String, in json: Any) -> Any {
        switch json {
        case let list as [Any]: list.map { reversing(name, in: $0) }
        case let object as [String: Any]:
            Dictionary(
                uniqueKeysWithValues: object.map { key, value in
                    (key, key == name ? Array((value as? [Any] ?? []).reversed()) : reversing(name, in: value))
                })
        default: json
        }
    }
}
