import Build
import Foundation
import Learning
import Notebook
import Testing

/// Draws numbers, whose mean another study takes.
private struct Draws: Study {
    struct Parameters: Codable, Sendable {
        var replicates = 3
        var counter = ""
    }

    static let question = "What comes out?"
    static func parameters(for profile: Profile) -> Parameters { Parameters() }

    func measure(_ parameters: Parameters, in lab: Lab) async throws -> [Double] {
        try await lab.map("draws", replicates: parameters.replicates, of: parameters.counter) {
            counter, replicate, lab in
            Counter.count(counter)
            var stream = lab.stream("draw", replicate)
            return stream.uniform()
        }
    }

    func show(_ results: [Double], _ parameters: Parameters) throws -> Page { Value("count", results.count) }
}

/// Takes the results of `Draws`.
private struct MeanOfDraws: Study {
    struct Parameters: Codable, Sendable {
        var factor = 1.0
        var counter = ""
    }

    static let question = "What is their mean?"
    static let inputs: [any Experiment.Type] = [Draws.self]
    static func parameters(for profile: Profile) -> Parameters { Parameters() }

    func measure(_ parameters: Parameters, in lab: Lab) async throws -> Double {
        Counter.count(parameters.counter)
        return parameters.factor * (try lab.results(of: Draws.self).mean)
    }

    func show(_ results: Double, _ parameters: Parameters) throws -> Page { Value("mean", results) }
}

/// Asks for results that it does not name as inputs.
private struct Undeclared: Study {
    struct Parameters: Codable, Sendable {}

    static let question = "Can it have them?"
    static func parameters(for profile: Profile) -> Parameters { Parameters() }

    func measure(_ parameters: Parameters, in lab: Lab) async throws -> Double {
        try lab.results(of: Draws.self).mean
    }

    func show(_ results: Double, _ parameters: Parameters) throws -> Page { Value("mean", results) }
}

private enum DrawsSection: Section {
    static let info = SectionInfo(slug: "numbers", title: "Numbers")
    static let studies: [any Study.Type] = [MeanOfDraws.self, Undeclared.self, Draws.self]
}

/// A study whose results are made from those of another.
struct StudyInputsTests {
    private let folder: TemporaryFolder
    private let name = UUID().uuidString
    private let section = Chapter(1, title: "Fixture", sections: [(1, DrawsSection.self)]).sections[0]

    init() throws { folder = try TemporaryFolder() }

    private var store: Store { Store(folder: folder.url.appending(path: "store")) }
    private var drawn: Int { Counter.value("\(name) draws") }
    private var averaged: Int { Counter.value("\(name) mean") }

    private func job(_ study: String, _ settings: [Setting] = [], inputs: [StudyJob] = []) throws -> StudyJob {
        let study = try #require(section.section.study(study))
        return StudyJob(
            section: section, study: study, profile: .quick,
            parameters: try study.parameters(for: .quick, settings: settings), seed: 1, source: GreyImages(grey: 0.5),
            isAsWritten: true, rerunCommand: "rerun", inputs: inputs)
    }

    /// The study `mean-of-draws` with so many draws.
    private func mean(of replicates: Int, times factor: Double = 1) throws -> StudyJob {
        let draws = try job(
            "draws",
            [
                Setting(key: "replicates", value: "\(replicates)"),
                Setting(key: "counter", value: "\"\(name) draws\""),
            ])
        return try job(
            "mean-of-draws",
            [Setting(key: "factor", value: "\(factor)"), Setting(key: "counter", value: "\"\(name) mean\"")],
            inputs: [draws])
    }

    private func run(_ job: StudyJob, digests: SourceDigests = .fixture()) async throws -> StudyRun {
        try await Runner(store: store, digests: digests, cores: 2).run(job)
    }

    /// The input runs first, though it comes behind in the section, and its results arrive.
    @Test func takesTheResultsOfItsInput() async throws {
        let log = EventLog()
        let run = try await Runner(store: store, digests: .fixture(), cores: 2, observer: log).run(mean(of: 3))
        let input = try await self.run(try mean(of: 3).inputs[0])
        let draws = try StoredJSON.decode([Double].self, from: input.results)
        #expect(try StoredJSON.decode(Double.self, from: run.results) == draws.mean)
        let finished = log.events.compactMap { event -> String? in
            if case .finished(let study, _, _) = event { study } else { nil }
        }
        #expect(finished == ["numbers/draws", "numbers/mean-of-draws"])
        #expect((drawn, averaged) == (3, 1))
    }

    /// Nothing runs again that another parameter does not concern.
    @Test func runsAgainWithItsInput() async throws {
        let first = try await run(mean(of: 3))
        _ = try await run(mean(of: 3))
        #expect((drawn, averaged) == (3, 1))
        _ = try await run(mean(of: 3, times: 2))
        #expect((drawn, averaged) == (3, 2))
        let more = try await run(mean(of: 5))
        #expect((drawn, averaged) == (5, 3))
        #expect(more.record.inputDigest != first.record.inputDigest)
    }

    /// What differs is told of the study whose input it is.
    @Test func tellsThatItsInputChanged() throws {
        let templates = folder.url.appending(path: "templates/layouts")
        try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
        let digests = try TemplateDigests(of: templates.deletingLastPathComponent())
        let before = try StudyInputs(of: mean(of: 3), digests: .fixture(), templates: digests)
        let after = try StudyInputs(of: mean(of: 4), digests: .fixture(), templates: digests)
        #expect(after.changes(since: before).map(\.what) == ["the results of numbers/draws"])
        #expect(after.changes(since: before).map(\.product) == [.results])
    }

    @Test func hasOnlyTheInputsThatItNames() async throws {
        await #expect {
            try await run(job("undeclared"))
        } throws: { error in
            guard case BuildError.study("numbers/undeclared", "measuring", let reason) = error else { return false }
            return reason as? LabError == .undeclaredInput("draws")
        }
    }
}
