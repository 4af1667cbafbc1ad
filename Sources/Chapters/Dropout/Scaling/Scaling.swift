import Laboratory
import LinearAlgebra

/// The weight scaling rule against enumerated ensembles where it is exact.
public struct Scaling: Experiment {
    /// The formulas that are held against networks.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "Where is the weight scaling rule exact?"

    public struct Parameters: Codable, Sendable {
        @Parameter("random problems on which each statement is tried", in: 1...100_000) public var problems = 20
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// The largest errors and gaps over the problems.
        public let problems: Int
        public let inputs: Int
        public let classes: Int
        /// Softmax regression, keep-probability ½: equation 7.30 against ½W.
        public var halfError: Double
        /// The same with the offset halved, and with the arithmetic mean.
        public var halvedOffsetGap: Double
        public var arithmeticGap: Double
        /// Keep-probability 0.8: the root of even weights against 0.8W, and the weighted mean against it.
        public var evenRootGap: Double
        public var weightedError: Double
        /// Square W at keep-probability ½: equation 7.30 against rows and against columns of W.
        public var rowGap: Double
        public var columnError: Double
        /// Gaussian outputs: mean and variance of the renormalized product against the scaled model.
        public var gaussianError: Double
        /// The same mean when the members' variances differ.
        public var unequalGap: Double
        /// Regression with a hidden layer, masks on inputs and hidden units: the members' weighted mean against the scaled model,
        /// the hidden layer linear and rectified.
        public var linearRegressionError: Double
        public var rectifiedGap: Double
        /// Two linear layers, masks on inputs and hidden units, and with one mask for both.
        public var deepError: Double
        public var tiedGap: Double

        init(problems: Int, inputs: Int, classes: Int) {
            self.problems = problems
            self.inputs = inputs
            self.classes = classes
            (halfError, weightedError, columnError, gaussianError, deepError) = (0, 0, 0, 0, 0)
            (halvedOffsetGap, arithmeticGap, evenRootGap) = (0, 0, 0)
            (rowGap, unequalGap, tiedGap) = (0, 0, 0)
            (linearRegressionError, rectifiedGap) = (0, 0)
        }
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        var stream = lab.stream("scaling")
        var worst = Results(problems: parameters.problems, inputs: 10, classes: 4)
        for _ in 0..<parameters.problems {
            let w = Matrix(rows: 10, columns: 4, elements: stream.normals(40))
            let (b, v) = (stream.normals(4), stream.normals(10))
            worst.softmax(w, b, v, equations)
            worst.notation(stream.normals(16), stream.normals(4), stream.normals(4), equations)
            worst.gaussian(stream.normals(10), v, stream.normal(), equations)
            worst.deep(stream.normals(12), stream.normals(6), stream.normals(4), equations)
        }
        var regressions = lab.stream("regression")
        for _ in 0..<parameters.problems {
            worst.regression(regressions.normals(12), regressions.normals(3), regressions.normals(4), equations)
        }
        return worst
    }
}
