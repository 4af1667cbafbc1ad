import Build
import Foundation
import Learning
import Notebook
import Testing

/// An experiment runs again exactly when something changed that its results depend on.
struct RunnerTests {
    private let folder: TemporaryFolder
    private let name = UUID().uuidString

    init() throws { folder = try TemporaryFolder() }

    private func outcome(
        _ type: any Section.Type = SquaresSection.self, settings: [Setting] = [], seed: UInt64 = 1,
        source: any ImageSource = GreyImages(grey: 0.5), digests: SourceDigests = .fixture(), cores: Int = 2,
        observer: any BuildObserver = SilentObserver()
    ) async throws -> StudyRun {
        let section = Chapter(1, title: "Fixture", sections: [(1, type)]).sections[0]
        let parameters = try section.studies[0].parameters(
            for: .quick, settings: [Setting(key: "counter", value: "\"\(name)\"")] + settings)
        let job = StudyJob(
            section: section, study: section.studies[0], profile: .quick, parameters: parameters, seed: seed,
            source: source, isAsWritten: true,
            rerunCommand: "rerun")
        let store = Store(folder: folder.url.appending(path: "store"))
        return try await Runner(store: store, digests: digests, cores: cores, observer: observer).run(job)
    }

    private var computed: Int { Counter.value(name) }

    @Test func runsOnceForTheSameInputs() async throws {
        let first = try await outcome()
        let log = EventLog()
        let second = try await outcome(observer: log)
        #expect(computed == 3)
        #expect(first.results == second.results)
        #expect(first.record.inputDigest == second.record.inputDigest)
        #expect(first.record.seconds == second.record.seconds && first.time == second.time)
        #expect(log.events.contains { if case .finished(_, _, isStored: true) = $0 { true } else { false } })
    }

    @Test func anotherSeedComputesEverything() async throws {
        let first = try await outcome()
        let second = try await outcome(seed: 2)
        #expect(computed == 6)
        #expect(first.results != second.results)
    }

    @Test func moreItemsComputeOnlyTheNewOnes() async throws {
        _ = try await outcome()
        let run = try await outcome(settings: [Setting(key: "numbers", value: "[1,2,3,4,5]")])
        #expect(computed == 5)
        #expect(run.record.page.values["sum"] == .count(55))
    }

    @Test func aChangedExperimentComputesEverything() async throws {
        _ = try await outcome()
        _ = try await outcome(digests: .fixture(experiment: "changed"))
        #expect(computed == 6)
    }

    @Test func changedDrawingComputesNothing() async throws {
        _ = try await outcome()
        _ = try await outcome(digests: .fixture(presentation: "changed"))
        #expect(computed == 3)
    }

    @Test func otherImagesMatterOnlyToSectionsThatReadThem() async throws {
        _ = try await outcome()
        _ = try await outcome(source: GreyImages(grey: 0.25))
        #expect(computed == 3)
        let dark = try await outcome(BrightnessSection.self, source: GreyImages(grey: 0.25))
        let light = try await outcome(BrightnessSection.self, source: GreyImages(grey: 0.5))
        _ = try await outcome(BrightnessSection.self, source: GreyImages(grey: 0.5))
        #expect(computed == 5)
        #expect(dark.record.page.values["brightness"] == .number(2))
        #expect(light.record.page.values["brightness"] == .number(4))
    }

    @Test func anInterruptedMapGoesOnWhereItWas() async throws {
        let failure = await #expect(throws: BuildError.self) {
            try await outcome(
                settings: [
                    Setting(key: "numbers", value: "[1,2,3,4]"),
                    Setting(key: "failingAt", value: "4"),
                ], cores: 1)
        }
        #expect(failure.map { "\($0)".hasPrefix("squares, measuring: ") } == true)
        let done = computed
        #expect(done > 0)
        let run = try await outcome(settings: [Setting(key: "numbers", value: "[1,2,3,4]")])
        #expect(computed == 4)
        #expect(run.record.page.values["sum"] == .count(30))
    }

    @Test func aDamagedResultIsComputedAgain() async throws {
        let first = try await outcome()
        let store = folder.url.appending(path: "store/results")
        for path in try FileManager.default.subpathsOfDirectory(atPath: store.path(percentEncoded: false)) {
            let file = store.appending(path: path)
            guard path.contains("/") else { continue }
            var data = try Data(contentsOf: file)
            data[data.count - 1] ^= 1
            try data.write(to: file)
        }
        let second = try await outcome()
        #expect(first.results == second.results)
        #expect(computed == 3)
    }

    @Test func theNumberOfCoresChangesNothing() async throws {
        let one = try await outcome(cores: 1)
        let other = try RunnerTests()
        let many = try await other.outcome(cores: 4)
        #expect(one.results == many.results)
        #expect(one.record.page.values == many.record.page.values)
    }

    @Test func aSlowSectionDoesNotHoldUpTheOthers() async throws {
        let sections = Chapter(
            1, title: "Fixture", sections: [(1, SlowSection.self), (2, SquaresSection.self)]
        ).sections
        let jobs = try sections.map { section in
            StudyJob(
                section: section, study: section.studies[0], profile: .quick,
                parameters: try section.studies[0].parameters(for: .quick), seed: 1,
                source: GreyImages(grey: 1), isAsWritten: true, rerunCommand: "")
        }
        let runner = Runner(store: Store(folder: folder.url), digests: .fixture(), cores: 2)
        _ = try await runner.run(jobs) { run in
            if run.job.path == "squares" { SlowSection.isReleased.withLock { $0 = true } }
        }
    }

    @Test func recordsKeepTheOrderOfTheirJobs() async throws {
        let sections = Chapter(
            1, title: "Fixture", sections: [(1, BrightnessSection.self), (2, SquaresSection.self)]
        ).sections
        let jobs = try sections.map { section in
            StudyJob(
                section: section, study: section.studies[0], profile: .quick,
                parameters: try section.studies[0].parameters(for: .quick), seed: 1,
                source: GreyImages(grey: 1), isAsWritten: true, rerunCommand: "")
        }
        let runner = Runner(store: Store(folder: folder.url), digests: .fixture(), cores: 2)
        let runs = try await runner.run(jobs)
        #expect(runs.map(\.job.path) == ["brightness", "squares"])
    }
}
