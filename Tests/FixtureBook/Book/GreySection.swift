import Learning
import Notebook

/// Measures the brightness of images.
public struct GreySection: Section, Study {
    public init() {}

    public struct Parameters: Codable, Sendable {
        var count = 2
    }

    public static let info = SectionInfo(slug: "grey", title: "Grey")
    public static let readsImages = true
    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Double {
        let images = try lab.images(.training, count: parameters.count)
        return Double(images.pixels.reduce(0, +)) / Double(images.pixels.count)
    }

    public func show(_ results: Double, _ parameters: Parameters) throws -> Page {
        Value("brightness", results)
        Claim("G-1", "The images are not bright.", method: "The mean of all pixels.") {
            Check.number("brightness", results, .atMost(0.6))
        }
    }
}
