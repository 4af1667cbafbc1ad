import Laboratory

/// What all networks of the section have in common: images, and for how long they are trained.
public struct DigitTraining: Codable, Sendable {
    @Parameter(
        "width of the images; half of it takes images of 28 pixels at half their side", in: 7...28, unit: "pixels")
    public var side = 14
    @Parameter("images from which each replicate draws its own", in: 10...60_000) public var pool = 6_000
    @Parameter("test images", in: 1...10_000) public var testExamples = 2_000
    @Parameter("steps that every network is trained for", in: 1...1_000_000) public var steps = 500

    init(_ profile: Profile, steps: Int? = nil) {
        if profile != .quick { (side, pool, testExamples, self.steps) = (28, 50_000, 10_000, 2_000) }
        if let steps { self.steps = steps }
    }
}
