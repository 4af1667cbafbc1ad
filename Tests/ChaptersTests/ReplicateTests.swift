import Digits
import Foundation
import Notebook
import Testing

/// One replicate more costs one replicate: raised by one, no count of a study makes an item stale that was stored before.
@Suite struct ReplicateTests {
    /// A study of the book that has counts of replicates.
    struct Case: Sendable, CustomTestStringConvertible {
        let section: AnySection
        let study: AnyStudy
        let counts: [String]
        var testDescription: String { study.path }
    }

    /// What counts replicates is called `replicates` or `runs`, or ends with it.
    static func counts(of study: AnyStudy) throws -> [String] {
        try study.parameterTable(for: .quick).rows
            .filter { row in
                row.type == "integer" && ["replicates", "runs"].contains { row.name.lowercased().hasSuffix($0) }
            }.map(\.name)
    }

    static var cases: [Case] {
        get throws {
            try BookSections.all.flatMap { section in
                try section.studies.map { Case(section: section, study: $0, counts: try counts(of: $0)) }
            }.filter { !$0.counts.isEmpty }
        }
    }

    @Test(arguments: try cases)
    func oneReplicateMoreRunsAlone(_ test: Case) async throws {
        let bench = SparingBench()
        let known = try await Self.items(of: test, [], on: bench)
        let table = try test.study.parameterTable(for: .quick).rows
        for row in table where test.counts.contains(row.name) {
            let number = try #require(Int(row.value))
            let all = try await Self.items(of: test, [Setting(key: row.name, value: "\(number + 1)")], on: bench)
            #expect(known.isSubset(of: all), "\(row.name): \(known.subtracting(all).sorted().prefix(3))")
            #expect(all.count > known.count, "\(row.name) adds nothing")
        }
    }

    /// What the study asks to be computed with `settings`.
    private static func items(of test: Case, _ settings: [Setting], on bench: SparingBench) async throws -> Set<String>
    {
        await bench.forget()
        var results: [String: Data] = [:]
        // Whatever it takes from others comes first; a section's studies have no circles.
        func measure(_ study: AnyStudy, _ settings: [Setting]) async throws {
            for name in study.inputs where results[name] == nil {
                try await measure(try #require(test.section.study(name)), [])
            }
            let lab = Lab(
                section: test.section.info.slug, readsImages: study.readsImages, seed: 1, source: PenDigits(),
                bench: bench, inputs: results)
            results[study.name] = try await study.measure(
                study.parameters(for: .quick, settings: settings), in: lab)
        }
        try await measure(test.study, settings)
        return await bench.items
    }
}
