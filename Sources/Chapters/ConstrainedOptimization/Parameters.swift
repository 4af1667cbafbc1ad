/// What a reader may change in the section on constraints.
public struct Parameters: Codable, Sendable {
    /// Weights of the convex problems, and how many of them there are.
    public var dimensions: Int
    public var problems: Int
    /// Random starts on each convex objective.
    public var starts: Int
    /// The weight decay on the chain of three weights, and where each of them starts.
    public var chainAlpha: Double
    public var chainStart: Double
    /// Data sets for comparisons that depend on chance.
    public var replicates: Int
    /// Weight decay and column radii under which networks are trained for their dead units.
    public var deadAlphas: [Double]
    public var deadRadii: [Double]
    /// One of each, whose dead units are compared.
    public var comparedAlpha: Double
    public var comparedRadius: Double
    /// Steps of training for each of those networks.
    public var deadSteps: Int
    /// The column radius for high learning rates, and the steps of training at each.
    public var rateRadius: Double
    public var rateSteps: Int
}

extension Parameters {
    /// Where the compared coefficient stands among the others; the last place if it isn't one of them.
    var comparedAlphaPlace: Int { deadAlphas.firstIndex(of: comparedAlpha) ?? deadAlphas.count - 1 }

    /// Where the compared bound stands among the others; the first place if it isn't one of them.
    var comparedRadiusPlace: Int { deadRadii.firstIndex(of: comparedRadius) ?? 0 }
}
