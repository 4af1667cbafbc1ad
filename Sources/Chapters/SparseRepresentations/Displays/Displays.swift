import Laboratory
import LinearAlgebra

/// The chapter's two displays of sparse parameters and of a sparse representation.
public struct Displays: Experiment {
    /// The formula of both displays.
    package var equations = Equations.chapter

    public init() {}

    public static let question = "Are the chapter's two displays right, and where are their zeros?"

    public struct Parameters: Codable, Sendable {}

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// The largest distance of y from the product: sparse parameters, sparse representation as printed and mended.
        public var parametersError: Double
        public var printedError: Double
        public var mendedError: Double
        /// Zeros among the entries of matrix and vector.
        public var parametersZeros: ZeroCount
        public var representationZeros: ZeroCount
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        func error(_ display: MatrixDisplay) -> Double {
            equations.product(display.matrix, display.vector).subtracting(display.product).largestMagnitude
        }
        return Results(
            parametersError: error(.sparseParameters), printedError: error(.sparseRepresentation),
            mendedError: error(.mended), parametersZeros: ZeroCount(.sparseParameters),
            representationZeros: ZeroCount(.sparseRepresentation))
    }
}

/// How many entries of a matrix and of a vector are zero.
public struct ZeroCount: Codable, Sendable, Equatable {
    public var matrix: Int
    public var vector: Int

    init(_ display: MatrixDisplay) {
        matrix = display.matrix.elements.count { $0 == 0 }
        vector = display.vector.count { $0 == 0 }
    }
}
