import Foundation
import Learning
import Testing

@Suite struct MatrixTests {
    private func random(_ rows: Int, _ columns: Int, _ name: String = "m") -> Matrix {
        var stream = RandomStream(seed: 11, name: name)
        return Matrix(rows: rows, columns: columns) { _, _ in stream.normal() }
    }

    private func naiveProduct(_ a: Matrix, _ b: Matrix) -> Matrix {
        Matrix(rows: a.rows, columns: b.columns) { i, j in
            (0..<a.columns).reduce(0) { $0 + a[i, $1] * b[$1, j] }
        }
    }

    @Test(arguments: [(1, 1, 1), (3, 5, 2), (17, 33, 40)])
    func productsAgreeWithTheDefinition(m: Int, k: Int, n: Int) {
        let a = random(m, k, "a")
        let b = random(k, n, "b")
        let expected = naiveProduct(a, b)
        #expect((a * b - expected).frobeniusNorm < 1e-12)
        #expect((a.transposed.transposedTimes(b) - expected).frobeniusNorm < 1e-12)
        #expect((a.timesTransposed(b.transposed) - expected).frobeniusNorm < 1e-12)
        #expect((a.gram - naiveProduct(a.transposed, a)).frobeniusNorm < 1e-11)
        let x = b.column(0)
        #expect((a * x).subtracting(expected.column(0)).norm < 1e-12)
        #expect(a.transposed.transposedTimes(x).subtracting(expected.column(0)).norm < 1e-12)
    }

    /// More columns than one tile has.
    @Test func tiledGramDoesNotDependOnThreads() {
        let a = random(40, 530)
        let gram = a.gram(threads: 1)
        #expect(gram == a.gram(threads: 2))
        #expect((gram - a.transposedTimes(a)).frobeniusNorm < 1e-10)
        #expect(gram == gram.transposed)
    }

    @Test func transposingTwiceGivesTheMatrix() {
        let a = random(70, 45)
        #expect(a.transposed.transposed == a)
        #expect(a.transposed[44, 69] == a[69, 44])
    }

    @Test func everyBitSurvivesCoding() throws {
        let a = Matrix([[0.1, -0.0], [.infinity, .leastNonzeroMagnitude]])
        let data = try JSONEncoder().encode(a)
        let back = try JSONDecoder().decode(Matrix.self, from: data)
        #expect(back.elements.map(\.bitPattern) == a.elements.map(\.bitPattern))
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Matrix.self, from: Data(#"{"rows":2,"columns":2,"elements":"AAAA"}"#.utf8))
        }
    }

    @Test func singlePrecisionProductTakesLeadingDimensions() {
        let a: [Float] = [1, 2, 9, 3, 4, 9]
        let b: [Float] = [1, 3, 2, 4]
        var c: [Float] = [10, 10, 7, 10, 10, 7]
        // B is stored transposed; C has a third column that must stay.
        BLAS.gemm(m: 2, n: 2, k: 2, a, lda: 3, b, .transposed, ldb: 2, beta: 1, into: &c, ldc: 3)
        #expect(c == [17, 20, 7, 25, 32, 7])
    }

    @Test func noAnswerComesOfNaN() throws {
        #expect([1, .nan, 2].largestMagnitude.isNaN && [Double.nan].largestMagnitude.isNaN)
        #expect([1, -.infinity, 2].largestMagnitude == .infinity && [Double]().largestMagnitude == 0)
        let cholesky = try Cholesky(Matrix([[2, 1], [1, 2]]))
        #expect(cholesky.solve([1, .nan]).allSatisfy { $0.isNaN })
        #expect(cholesky.solve(Matrix([[.nan, 1], [0, 1]])).elements.contains { $0.isNaN })
    }
}
