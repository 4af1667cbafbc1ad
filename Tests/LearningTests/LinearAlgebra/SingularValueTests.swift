import Learning
import Testing

@Suite struct SingularValueTests {
    private func random(_ rows: Int, _ columns: Int) -> Matrix {
        var stream = RandomStream(seed: 8, name: "svd")
        return Matrix(rows: rows, columns: columns) { _, _ in stream.normal() }
    }

    @Test(arguments: [(1, 1), (7, 3), (3, 7), (20, 20)])
    func factorsRebuildTheMatrix(rows: Int, columns: Int) throws {
        let a = random(rows, columns)
        let svd = try a.singularValues()
        let rebuilt = (svd.left * .diagonal(svd.values)).timesTransposed(svd.right)
        #expect((rebuilt - a).frobeniusNorm < 1e-12)
        #expect((svd.left.gram - .identity(min(rows, columns))).frobeniusNorm < 1e-12)
        #expect((svd.right.gram - .identity(min(rows, columns))).frobeniusNorm < 1e-12)
        #expect(svd.values == svd.values.sorted(by: >))
    }

    /// The four equations of Penrose, for a matrix of rank 2.
    @Test func pseudoinverseOfADeficientMatrix() throws {
        let a = random(6, 2) * random(2, 5)
        let plus = try a.pseudoinverse()
        #expect(try a.singularValues().rank() == 2)
        #expect((a * plus * a - a).frobeniusNorm < 1e-12)
        #expect((plus * a * plus - plus).frobeniusNorm < 1e-12)
        #expect(((a * plus).transposed - a * plus).frobeniusNorm < 1e-12)
        #expect(((plus * a).transposed - plus * a).frobeniusNorm < 1e-12)
        let b = [1.0, 2, 3, 4, 5, 6]
        #expect(try a.leastSquares(b).subtracting(plus * b).norm < 1e-12)
        #expect(throws: LearningError.sizesDisagree(what: "Rows", 6, other: "targets", 1)) { try a.leastSquares([1]) }
    }
}
