import Learning
import Testing

@Suite struct DecompositionTests {
    private func symmetric(_ size: Int) -> Matrix {
        var stream = RandomStream(seed: 2, name: "symmetric")
        let a = Matrix(rows: size, columns: size) { _, _ in stream.normal() }
        return a + a.transposed
    }

    @Test(arguments: [1, 2, 9, 60])
    func eigenvectorsRebuildTheMatrix(size: Int) throws {
        let a = symmetric(size)
        let eigen = try a.symmetricEigen()
        let rebuilt = eigen.vectors * .diagonal(eigen.values) * eigen.vectors.transposed
        #expect((rebuilt - a).frobeniusNorm < 1e-12 * Double(size) * a.frobeniusNorm)
        #expect((eigen.vectors.gram - .identity(size)).frobeniusNorm < 1e-12 * Double(size))
        #expect(eigen.values == eigen.values.sorted())
    }

    @Test func choleskySolves() throws {
        let a = symmetric(20).gram.addingToDiagonal(1)
        let x = (0..<20).map(Double.init)
        let solved = try a.choleskySolve(a * x)
        #expect(solved.subtracting(x).norm < 1e-8)
        let cholesky = try Cholesky(a)
        #expect((cholesky.lower.timesTransposed(cholesky.lower) - a).frobeniusNorm < 1e-10)
        #expect((a * cholesky.inverse - .identity(20)).frobeniusNorm < 1e-8)
        let inverse = try a.choleskySolve(Matrix.identity(20))
        #expect(inverse == cholesky.inverse)
    }

    @Test func logDeterminantOfADiagonal() throws {
        #expect(abs(try Cholesky(.diagonal([2, 8])).logDeterminant - 2.772588722239781) < 1e-15)
    }

    @Test func whatCannotBeFactoredSaysWhy() {
        #expect(throws: LearningError.notPositiveDefinite(size: 2, minor: 2)) {
            try Matrix([[1, 2], [2, 1]]).choleskySolve([1, 1])
        }
        #expect(throws: LearningError.sizesDisagree(what: "Rows", 1, other: "columns", 2)) {
            try Matrix([[1, 2]]).symmetricEigen()
        }
        #expect {
            try Matrix([[1, 0], [.nan, 1]]).symmetricEigen()
        } throws: {
            "\($0)" == "Matrix entry number 2 is nan. Remove or replace values that are not finite."
        }
    }
}
