import Learning
import Notebook

/// Throws dice.
struct DiceSection: Section {
    struct Parameters: Codable, Sendable {
        var throws_ = 4
        var sides = 6
        var bias = 0.5
        var label = "die"

        enum CodingKeys: String, CodingKey {
            case throws_ = "throws"
            case sides, bias, label
        }
    }

    struct Results: Codable, Sendable {
        var faces: [Int]
    }

    static let info = SectionInfo(slug: "dice", title: "Dice")
    static func parameters(for profile: Profile) -> Parameters { Parameters() }

    struct Throw: Codable, Sendable {
        let number: Int
        let sides: Int
    }

    func experiment(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let items = (0..<parameters.throws_).map { Throw(number: $0, sides: parameters.sides) }
        let faces = try await lab.map("throws", over: items) { item, lab in
            var stream = lab.stream("throw", item.number)
            return 1 + stream.index(below: item.sides)
        }
        return Results(faces: faces)
    }

    func present(_ results: Results) throws -> Page {
        Page {
            PageElement.value("throws", results.faces.count)
            PageElement.value("largest", results.faces.max() ?? 0)
            PageElement.claim(
                Claim("D-1", "No face exceeds six.", method: "The largest of all throws.") {
                    Check.number("largest face", Double(results.faces.max() ?? 0), .atMost(6))
                })
        }
    }
}

/// Measures the brightness of images.
struct GreySection: Section {
    struct Parameters: Codable, Sendable {
        var count = 2
    }

    static let info = SectionInfo(slug: "grey", title: "Grey", readsImages: true)
    static func parameters(for profile: Profile) -> Parameters { Parameters() }

    func experiment(_ parameters: Parameters, in lab: Lab) async throws -> Double {
        let images = try lab.images(.training, count: parameters.count)
        return Double(images.pixels.reduce(0, +)) / Double(images.pixels.count)
    }

    func present(_ results: Double) throws -> Page {
        Page { PageElement.value("brightness", results) }
    }
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
