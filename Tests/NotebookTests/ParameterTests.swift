import Foundation
import Notebook
import Testing

/// Parameters that explain themselves.
struct ParameterTests {
    private let study = AnySection(Waiting.self).studies[0]

    @Test func areStoredAsTheirBareValues() throws {
        let json = try study.parameters(for: .quick, settings: [Setting(key: "patience", value: "7")])
        #expect(String(decoding: json, as: UTF8.self) == #"{"isHalved":true,"patience":7,"rates":[0.1,0.5]}"#)
    }

    @Test(arguments: [
        ("patience", "0", "from 1 to 500"), ("patience", "501", "from 1 to 500"),
        ("rates", "[0.1,2]", "a list of numbers from 0.0 to 1.0"), ("rates", "[]", "a list of at least one"),
    ])
    func keepTheirLimits(key: String, value: String, allowed: String) {
        let setting = Setting(key: key, value: value)
        #expect(throws: SettingError.outOfLimits(setting, study: "waiting", allowed: allowed)) {
            try study.parameters(for: .quick, settings: [setting])
        }
    }

    @Test func tellWhatTheyAre() throws {
        let rows = try study.parameterTable(for: .quick).rows
        #expect(rows.map(\.name) == ["patience", "rates", "isHalved"])
        #expect(rows.map(\.type) == ["integer", "array", "boolean"])
        #expect(rows[0].description == "evaluations without improvement before stopping")
        #expect(rows[0].range == "1 to 500" && rows[0].unit == "evaluations" && rows[0].value == "5")
    }

    @Test func makeAJSONSchema() throws {
        let schema = try study.parameterTable(for: .quick).schema
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        #expect(properties["patience"]?["maximum"] as? Double == 500)
        #expect(properties["patience"]?["default"] as? Int == 5)
        #expect((properties["rates"]?["items"] as? [String: Any])?["minimum"] as? Double == 0)
        #expect((properties["rates"]?["items"] as? [String: Any])?["type"] as? String == "number")
        #expect(properties["isHalved"]?["type"] as? String == "boolean")
    }

    @Test func areQuotedByProse() throws {
        let section = Chapter(1, title: "c", sections: [(1, Waiting.self)]).sections[0]
        let parameters = try study.parameters(for: .quick)
        let record = StudyRecord(
            study: study, page: try study.show(Data("1".utf8), parameters), profile: .quick, seed: 1, dataName: nil,
            parameters: parameters, inputDigest: "", isAsWritten: true, seconds: 0, rerunCommand: "")
        let whole = try SectionRecord(
            section: section, profile: .quick, seed: 1, studies: [record], rerunCommand: "")
        #expect(whole.value("parameters.patience") == .count(5))
        #expect(whole.value("waiting/parameters.isHalved") == .text("yes"))
        #expect(whole.value("parameters.rates") == .text("0.1, 0.5"))
        #expect(whole.value("parameters.patients") == nil)
    }
}

/// Names that studies of one section share, and names given twice.
struct StudyNamesTests {
    private func record(_ name: String, @PageBuilder _ page: () -> [PageElement]) throws -> StudyRecord {
        let study = try #require(AnySection(Two.self).study(name))
        return StudyRecord(
            study: study, page: Page(page), profile: .quick, seed: 1, dataName: nil, parameters: Data("{}".utf8),
            inputDigest: "", isAsWritten: true, seconds: 0, rerunCommand: "")
    }

    private func section(_ studies: [StudyRecord]) throws -> SectionRecord {
        let section = Chapter(1, title: "c", sections: [(1, Two.self)]).sections[0]
        return try SectionRecord(section: section, profile: .quick, seed: 1, studies: studies, rerunCommand: "")
    }

    @Test func aNameOfItsOwnStaysShort() throws {
        let whole = try section([
            record("first-half") {
                Value("rise", 1)
                Value("fall", 2)
            }, record("second") { Value("rise", 3) },
        ])
        #expect(whole.page.values == ["first-half-rise": .count(1), "fall": .count(2), "second-rise": .count(3)])
        #expect(whole.name(.value, "rise", of: "second") == "second-rise")
        #expect(whole.name(.value, "fall", of: "first-half") == "fall")
        #expect(whole.name(.value, "fall", of: "second") == nil)
    }

    @Test func aNameGivenTwiceTellsBothPlaces() {
        let page = Page {
            Value("rise", 1, file: "A/B.swift", line: 3)
            Value("rise", 2, file: "A/C.swift", line: 4)
        }
        let clash = PageError.duplicate(
            .value, name: "rise", first: SourceLine(file: "A/B.swift", line: 3),
            second: SourceLine(file: "A/C.swift", line: 4))
        #expect(throws: clash) { try page.checkNames() }
    }

    @Test func settingsFindTheirStudy() throws {
        let two = AnySection(Two.self)
        #expect(try two.resolve(Setting(key: "second.count", value: "1")).setting.key == "count")
        #expect(try two.resolve(Setting(key: "width", value: "1")).study.name == "second")
        let shared = Setting(key: "count", value: "1")
        #expect(
            throws: SettingError.ambiguousParameter(shared, section: "two", studies: ["first-half", "second"])
        ) { try two.resolve(shared) }
    }
}

private struct Waiting: Section, Study {
    struct Parameters: Codable, Sendable {
        @Parameter("evaluations without improvement before stopping", in: 1...500, unit: "evaluations") var patience = 5
        @Parameter("learning rates", in: 0...1) var rates = [0.1, 0.5]
        @Parameter("whether images are halved") var isHalved = true
    }

    static let info = SectionInfo(slug: "waiting", title: "Waiting")
    static func parameters(for profile: Profile) -> Parameters { Parameters() }
    func measure(_ parameters: Parameters, in lab: Lab) async throws -> Int { 1 }
    func show(_ results: Int, _ parameters: Parameters) throws -> Page {}
}

private enum Two: Section {
    static let info = SectionInfo(slug: "two", title: "Two")
    static let studies: [any Study.Type] = [FirstHalf.self, Second.self]
}

private struct FirstHalf: Study {
    struct Parameters: Codable, Sendable { var count = 1 }
    static let question = "?"
    static func parameters(for profile: Profile) -> Parameters { Parameters() }
    func measure(_ parameters: Parameters, in lab: Lab) async throws -> Int { 1 }
    func show(_ results: Int, _ parameters: Parameters) throws -> Page {}
}

private struct Second: Study {
    struct Parameters: Codable, Sendable {
        var count = 1
        var width = 2
    }
    static let question = "?"
    static func parameters(for profile: Profile) -> Parameters { Parameters() }
    func measure(_ parameters: Parameters, in lab: Lab) async throws -> Int { 1 }
    func show(_ results: Int, _ parameters: Parameters) throws -> Page {}
}
