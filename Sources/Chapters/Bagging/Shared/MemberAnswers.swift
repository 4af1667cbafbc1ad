import LinearAlgebra

/// A member's answers, stored compactly.
struct MemberAnswers: Codable, Sendable {
    private let matrix: Matrix

    init(_ probabilities: [Double]) {
        matrix = Matrix(rows: 1, columns: probabilities.count, elements: probabilities)
    }

    var probabilities: [Double] { matrix.elements }
}
