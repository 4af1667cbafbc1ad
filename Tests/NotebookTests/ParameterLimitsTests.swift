import Foundation
import Notebook
import Testing

@Suite struct ParameterLimitsTests {
    private let section = AnySection(Sampling.self).studies[0]

    @Test(arguments: [
        ("rounds", "0", "at least 1"), ("rounds", "-3", "at least 1"), ("rivals", "-1", "at least 0"),
        ("noise", "-0.5", "at least 0"), ("sizes", "[]", "a list of at least one"), ("sizes", "[10,0]", "at least 1"),
        ("net.units", "0", "at least 1"), ("net.rates", "[0.1,-0.1]", "at least 0"),
    ])
    func aValueBelowItsLimitIsRefused(key: String, value: String, allowed: String) {
        let setting = Setting(key: key, value: value)
        #expect(throws: SettingError.outOfLimits(setting, study: "sampling", allowed: allowed)) {
            try section.parameters(for: .quick, settings: [setting])
        }
    }

    @Test(arguments: [
        ("rounds", "1"), ("rivals", "0"), ("noise", "0"), ("offset", "-2"), ("sizes", "[1]"), ("net.rates", "[]"),
        ("net.units", "500"),
    ])
    func aValueWithinItsLimitsIsTaken(key: String, value: String) throws {
        let json = try section.parameters(for: .quick, settings: [Setting(key: key, value: value)])
        let name = key.split(separator: ".").last ?? ""
        #expect(String(decoding: json, as: UTF8.self).contains("\"\(name)\":\(value)"))
    }
}

/// A section with parameters of every kind.
private struct Sampling: Section, Study {
    struct Parameters: Codable, Sendable {
        var rounds = 5
        /// None in one profile.
        var rivals = 2
        var noise = 1.0
        var offset = -0.5
        var sizes = [10, 20]
        var net = Net()
    }

    struct Net: Codable, Sendable {
        var units = 8
        /// None in one profile.
        var rates = [0.1, 0.01]
    }

    static let info = SectionInfo(slug: "sampling", title: "Sampling")

    static func parameters(for profile: Profile) -> Parameters {
        var parameters = Parameters()
        if profile == .full {
            parameters.rivals = 0
            parameters.net.rates = []
        }
        return parameters
    }

    func measure(_ parameters: Parameters, in lab: Lab) async throws -> Int { parameters.rounds }

    func show(_ results: Int, _ parameters: Parameters) throws -> Page { Value("rounds", results) }
}
