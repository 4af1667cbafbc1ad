import Laboratory

/// What all networks of the section have in common: images, and for how long they are trained.
public struct DigitTraining: Codable, Sendable {
    @Parameter("whether images are used at half their side") public var isHalved = true
    @Parameter("images from which each replicate draws its own", in: 10...60_000) public var pool = 6_000
    @Parameter("test images", in: 1...10_000) public var testExamples = 2_000
    @Parameter("steps that every network is trained for", in: 1...1_000_000) public var steps = 500

    init(_ profile: Profile, steps: Int? = nil) {
        if profile != .quick { (isHalved, pool, testExamples, self.steps) = (false, 50_000, 10_000, 2_000) }
        if let steps { self.steps = steps }
    }

    /// The width of the images in pixels.
    var side: Int { isHalved ? 14 : 28 }
}
