import Digits
import Foundation
import Notebook
import Testing

/// What was computed stays when a study is asked for more of the same.
@Suite struct ReplicateTests {
    /// A study and its section.
    struct Case: Sendable, CustomTestStringConvertible {
        let section: AnySection
        let study: AnyStudy
        var testDescription: String { study.path }

        /// The parameters that count replicates, at their lowest: copies of one replicate lead to the same choices.
        func counts() throws -> [(name: String, few: Int)] {
            try study.parameterTable(for: .quick).rows.filter { ReplicateTests.countsReplicates($0.name) }.map {
                ($0.name, max(1, Int($0.limits?.lowerBound ?? 0)))
            }
        }

        /// The results of the study at its smallest, but for `changes`.
        func results(_ bench: any Workbench, changing changes: [Setting] = []) async throws -> Data {
            var inputs: [String: Data] = [:]
            for name in study.inputs {
                let input = Case(section: section, study: try #require(section.study(name)))
                inputs[name] = try await input.results(PlainBench())
            }
            let lab = Lab(
                section: section.info.slug, readsImages: study.readsImages, seed: 1, source: PenDigits(), bench: bench,
                inputs: inputs)
            let few = try counts().map { Setting(key: $0.name, value: "\($0.few)") }
            let settings = SmallStudies.settings(study.path) + few + changes
            return try await study.measure(study.parameters(for: .quick, settings: settings), in: lab)
        }

        /// What the study then asks of its lab.
        func items(_ bench: ReplicateBench, changing changes: [Setting] = []) async throws -> Set<String> {
            await bench.forgetWhatWasAsked()
            _ = try await results(bench, changing: changes)
            return await bench.asked
        }
    }

    /// Whether a parameter of that name counts replicates.
    private static func countsReplicates(_ name: String) -> Bool {
        ["replicates", "runs"].contains(name) || name.hasSuffix("Replicates") || name.hasSuffix("Runs")
    }

    static let cases = BookSections.all.flatMap { section in
        section.studies.map { Case(section: section, study: $0) }
    }

    /// One replicate more computes that replicate's items, as many as the next one, and nothing that was computed before.
    @Test(arguments: cases)
    func oneMoreComputesOneMore(_ test: Case) async throws {
        let counts = try test.counts()
        guard !counts.isEmpty else { return }
        let bench = ReplicateBench()
        let few = try await test.items(bench)
        await bench.lendOutputs()
        for (name, number) in counts {
            let more = try await test.items(bench, changing: [Setting(key: name, value: "\(number + 1)")])
            let most = try await test.items(bench, changing: [Setting(key: name, value: "\(number + 2)")])
            #expect(few.isSubset(of: more) && more.isSubset(of: most), "\(name): what was computed is computed again")
            #expect(more.count > few.count, "\(name): no item is a replicate's own")
            #expect(most.count - more.count == more.count - few.count, "\(name): not the same for each replicate")
        }
    }

    /// Longer sweeps and larger ensembles keep what was computed, and other rules for stopping compute nothing.
    @Test(arguments: [
        ("bagging/networks", "networks=3", 2), ("adversarial-training/attacks", "centres=61", 2),
        ("noise-robustness/sensitivity", "sizes=[25,30,50,100]", 2), ("why-regularize/widths", "widths=[1,2,3]", 2),
        ("early-stopping/learning-curves", "patience=1", 0),
    ])
    func otherChangesComputeWhatIsNew(path: String, change: String, new: Int) async throws {
        let test = try #require(Self.cases.first { $0.study.path == path })
        let bench = ReplicateBench()
        let before = try await test.items(bench)
        await bench.lendOutputs()
        let parts = change.split(separator: "=", maxSplits: 1).map(String.init)
        let after = try await test.items(bench, changing: [Setting(key: parts[0], value: parts[1])])
        #expect(after.subtracting(before).count == new)
    }

    /// What is passed for replicates bears the name by which the first test finds it.
    @Test func replicatesAreCalledSo() throws {
        let chapters = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Chapters")
        var found = 0
        for path in try FileManager.default.subpathsOfDirectory(atPath: chapters.path(percentEncoded: false))
        where path.hasSuffix(".swift") {
            let text = try String(contentsOf: chapters.appending(path: path), encoding: .utf8)
            for use in text.matches(of: /lab\.map\([^{]*replicates: parameters\.(\w+)/) {
                found += 1
                #expect(Self.countsReplicates(String(use.1)), "\(path): \(use.1)")
            }
        }
        #expect(found > 50)
    }
}

/// A bench that remembers which items it was asked for; once outputs are lent, a new item gets that of the item most like it.
actor ReplicateBench: Workbench {
    private var outputs: [String: [Data: Data]] = [:]
    private var lends = false
    private(set) var asked: Set<String> = []

    func forgetWhatWasAsked() { asked = [] }

    func lendOutputs() { lends = true }

    func begin(_ name: String, items: Int) async {}

    func end() async throws {}

    func output(
        of name: String, item: Data, compute: @escaping @Sendable () async throws -> Data
    ) async throws -> Data {
        asked.insert("\(name) \(String(decoding: item, as: UTF8.self))")
        if let output = outputs[name]?[item] { return output }
        if lends, let output = try lent(of: name, item: item) { return output }
        let output = try await compute()
        outputs[name, default: [:]][item] = output
        return output
    }

    private func lent(of name: String, item: Data) throws -> Data? {
        let own = try Self.parts(of: item)
        let known = outputs[name, default: [:]]
        let alike = try known.keys.map { (shared: try Self.parts(of: $0).intersection(own).count, item: $0) }
            .max { ($0.shared, $0.item.base64EncodedString()) < ($1.shared, $1.item.base64EncodedString()) }
        return alike.flatMap { known[$0.item] }
    }

    /// What an item says, one text for each of its values.
    private static func parts(of item: Data) throws -> Set<String> {
        func parts(_ json: Any, _ path: String) -> [String] {
            switch json {
            case let object as [String: Any]: object.flatMap { parts($1, "\(path).\($0)") }
            case let list as [Any]: list.enumerated().flatMap { parts($1, "\(path).\($0)") }
            default: ["\(path) \(json)"]
            }
        }
        return Set(parts(try JSONSerialization.jsonObject(with: item, options: .fragmentsAllowed), ""))
    }
}
