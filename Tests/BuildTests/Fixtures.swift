import Build
import Foundation
import Learning
import Notebook
import Synchronization

/// Counts what the fixture section computes, by the name of its counter.
final class Counter: Sendable {
    private static let counts = Mutex<[String: Int]>([:])

    static func count(_ name: String) { counts.withLock { $0[name, default: 0] += 1 } }
    static func value(_ name: String) -> Int { counts.withLock { $0[name, default: 0] } }
}

/// Squares numbers, one item each, and can be told to fail at one of them.
struct SquaresSection: Section, Study {
    struct Parameters: Codable, Sendable {
        var numbers = [1, 2, 3]
        var failingAt = 0
        var counter = ""
    }

    struct Results: Codable, Sendable, Equatable {
        var squares: [Int]
        var draw: Double
    }

    struct Failure: Error {}

    struct Item: Codable, Sendable {
        let number: Int
        let counter: String
    }

    static let info = SectionInfo(slug: "squares", title: "Squares")
    static func parameters(for profile: Profile) -> Parameters { Parameters() }

    func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let items = parameters.numbers.map { Item(number: $0, counter: parameters.counter) }
        let failing = parameters.failingAt
        let squares = try await lab.map("squares", over: items) { item, _ in
            if item.number == failing { throw Failure() }
            Counter.count(item.counter)
            return item.number * item.number
        }
        var stream = lab.stream("draw")
        return Results(squares: squares, draw: stream.uniform())
    }

    func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Value("sum", results.squares.reduce(0, +))
        Value("draw", results.draw)
        Claim("S-1", "Squares are at least zero.", method: "The least square.") {
            .number("least square", Double(results.squares.min() ?? 0), .atLeast(0))
        }
    }
}

/// Reads images and says how bright they are.
struct BrightnessSection: Section, Study {
    struct Parameters: Codable, Sendable {
        var count = 2
        var counter = ""
    }

    typealias Results = Double

    static let info = SectionInfo(slug: "brightness", title: "Brightness")
    static let readsImages = true
    static func parameters(for profile: Profile) -> Parameters { Parameters() }

    func measure(_ parameters: Parameters, in lab: Lab) async throws -> Double {
        Counter.count(parameters.counter)
        return try Double(lab.images(.training, count: parameters.count).pixels.reduce(0, +))
    }

    func show(_ results: Double, _ parameters: Parameters) throws -> Page { Value("brightness", results) }
}

/// Ends only when another section has been finished.
struct SlowSection: Section, Study {
    struct Parameters: Codable, Sendable {}
    typealias Results = Int

    static let isReleased = Mutex(false)
    static let info = SectionInfo(slug: "slow", title: "Slow")
    static func parameters(for profile: Profile) -> Parameters { Parameters() }

    func measure(_ parameters: Parameters, in lab: Lab) async throws -> Int {
        while !Self.isReleased.withLock({ $0 }) { try await Task.sleep(for: .milliseconds(1)) }
        return 1
    }

    func show(_ results: Int, _ parameters: Parameters) throws -> Page { Value("one", results) }
}

/// Images that are all equally grey.
struct GreyImages: ImageSource {
    let grey: Float
    var name: String { "grey images" }
    var checksum: String { "grey \(grey)" }

    func images(_ part: DataPart, count: Int) throws -> LabelledImages {
        LabelledImages(
            side: 2, classes: 2, pixels: Array(repeating: grey, count: 4 * count),
            labels: Array(repeating: 0, count: count))
    }
}

/// A folder that disappears with its last user.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "build-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: url)
        } catch {
            print("left behind: \(url.path)")
        }
    }
}

extension SourceDigests {
    /// Digests of the test module's sections, as if its sources had the given states.
    static func fixture(experiment: String = "e", presentation: String = "p") -> SourceDigests {
        SourceDigests(
            studies: ["BuildTests": .init(experiment: experiment, presentation: presentation)],
            report: "r", everything: "\(experiment) \(presentation)")
    }
}

/// Notes every event it hears of.
final class EventLog: BuildObserver {
    private let log = Mutex<[BuildEvent]>([])
    var events: [BuildEvent] { log.withLock { $0 } }
    func observe(_ event: BuildEvent) { log.withLock { $0.append(event) } }
}

extension Staging {
    /// Writes the listing that makes a folder a report.
    func list() throws {
        let listing = ReportListing(
            key: String(repeating: "0", count: 64), files: try files() + [OutputFolder.marker])
        try write(JSONEncoder().encode(listing), to: OutputFolder.marker)
    }
}
