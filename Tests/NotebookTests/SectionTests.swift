import Foundation
import Learning
import Notebook
import Testing

@Suite struct SectionTests {
    static func lab(_ info: SectionInfo, seed: UInt64 = 1) -> Lab {
        Lab(section: info.slug, seed: seed, source: NoImages())
    }

    private static let sums = AnySection(Sums.self).studies[0]

    @Test func settingsLieOverTheDefaults() throws {
        let json = try Self.sums.parameters(
            for: .quick, settings: [.init(key: "count", value: "5"), .init(key: "name", value: "b")])
        #expect(String(decoding: json, as: UTF8.self) == #"{"count":5,"name":"b"}"#)
    }

    @Test func anUnknownParameterNamesTheKnownOnes() throws {
        let setting = Setting(key: "cuont", value: "5")
        #expect(throws: SettingError.unknownParameter(setting, study: "sums", known: ["count", "name"])) {
            try Self.sums.parameters(for: .quick, settings: [setting])
        }
    }

    @Test(arguments: ["many", "2.5", "[1]"])
    func aValueOfTheWrongTypeIsRefused(value: String) throws {
        let setting = Setting(key: "count", value: value)
        #expect(throws: SettingError.wrongType(setting, study: "sums", default: "3")) {
            try Self.sums.parameters(for: .quick, settings: [setting])
        }
    }

    @Test func mapKeepsTheOrderOfItsItems() async throws {
        let doubled = try await Self.lab(Sums.info).map("doubles", over: Array(0..<50)) { item, _ in 2 * item }
        #expect(doubled == (0..<50).map { 2 * $0 })
    }

    @Test func streamsDependOnSeedAndNameAlone() {
        var first = Self.lab(Sums.info).stream("a", 1)
        var again = Self.lab(Sums.info).stream("a", 1)
        var otherSeed = Self.lab(Sums.info, seed: 2).stream("a", 1)
        var otherIndex = Self.lab(Sums.info).stream("a", 2)
        let number = first.next()
        #expect(number == again.next())
        #expect(number != otherSeed.next())
        #expect(number != otherIndex.next())
    }

    @Test func imagesNeedADeclaration() {
        #expect(throws: LabError.undeclaredImages) {
            try Self.lab(Sums.info).images(.training, count: 1)
        }
    }

    @Test func aSectionRunsThroughItsErasure() async throws {
        let parameters = try Self.sums.parameters(for: .quick)
        let results = try await Self.sums.measure(parameters, in: Self.lab(Sums.info))
        #expect(String(decoding: results, as: UTF8.self) == #"{"sum":3}"#)
        let page = try Self.sums.show(results, parameters)
        #expect(page.values == ["sum": .count(3)])
    }

    @Test func storedNumbersMayBeInfiniteOrUndefined() throws {
        let stored = try StoredJSON.encode([Double.infinity, -.infinity, .nan, 0.1])
        let back = try StoredJSON.decode([Double].self, from: stored)
        #expect(back[0] == .infinity && back[1] == -.infinity && back[2].isNaN && back[3] == 0.1)
    }

    @Test func numbersComeFromTheBook() {
        let book = Book(
            "book", title: "t", chapters: [Chapter(7, title: "c", sections: [(0, Sums.self), (2, Sums.self)])])
        #expect(book.sections.map(\.number) == ["7", "7.2"])
        #expect(book.section("sums")?.number == "7")
        #expect(book.section("none") == nil)
    }
}

/// Adds the numbers below a count.
struct Sums: Section, Study {
    struct Parameters: Codable, Sendable {
        var count: Int
        var name: String
    }

    struct Results: Codable, Sendable {
        let sum: Int
    }

    static let info = SectionInfo(slug: "sums", title: "Sums")

    static func parameters(for profile: Profile) -> Parameters { Parameters(count: 3, name: "a") }

    func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        Results(sum: (0..<parameters.count).reduce(0, +))
    }

    func show(_ results: Results, _ parameters: Parameters) throws -> Page { Value("sum", results.sum) }
}

/// A source that has nothing.
struct NoImages: ImageSource {
    let name = "no images"
    let checksum = ""

    func images(_ part: DataPart, count: Int) throws -> LabelledImages { throw Nothing() }

    struct Nothing: Error {}
}
