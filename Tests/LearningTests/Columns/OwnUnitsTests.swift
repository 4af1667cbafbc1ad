import Foundation
import Learning
import Testing

/// Columns keep the units of their data, however far apart those are.
@Suite struct OwnUnitsTests {
    /// Three columns of scale 1, 1 and 10⁷.
    private let scales: (x: Matrix, y: [Double]) = {
        var s = RandomStream(seed: 7)
        let (a, b, c, e) = (s.normals(200), s.normals(200), s.normals(200), s.normals(200))
        let y = a.scaled(by: 2).subtracting(b).adding(c.scaled(by: 0.5)).adding(e.scaled(by: 0.1))
        return (Matrix([b, c, a.scaled(by: 1e7)]).transposed, y)
    }()

    /// Rooms, a rate, income in dollars, latitude, population and seconds.
    private let houses: (x: Matrix, y: [Double]) = {
        var s = RandomStream(seed: 8)
        let (u, e) = (s.normals(1800), s.normals(300))
        let middle: [Double] = [5, 0.05, 60_000, 35, 1500, 3e8]
        let spread: [Double] = [1, 0.01, 20_000, 2, 1000, 1e8]
        let x = Matrix(rows: 300, columns: 6) { i, j in middle[j] + spread[j] * u[i * 6 + j] }
        return (x, (x * [1, 20, 1e-5, -0.3, 1e-4, 1e-9]).adding(e.scaled(by: 0.1)))
    }()

    private func centred(_ x: Matrix) -> Matrix {
        x.subtractingFromRows(x.transposedTimes(Array(repeating: 1 / Double(x.rows), count: x.rows)))
    }

    private func isClose(_ a: [Double], _ b: [Double], _ tolerance: Double) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * abs($1) }
    }

    @Test func ridgeIsWhatCholeskyFinds() throws {
        let (x, y) = scales
        let exact = try x.gram.addingToDiagonal(1).choleskySolve(x.transposedTimes(y))
        #expect(isClose(try Ridge(penalty: 1).fit(x, y).weights, exact, 1e-11))
        let z = centred(houses.x)
        let mean = houses.y.mean
        let truth = try z.gram.addingToDiagonal(1).choleskySolve(z.transposedTimes(houses.y.map { $0 - mean }))
        let fit = try Ridge(penalty: 1, fittingIntercept: true).fit(houses.x, houses.y)
        #expect(isClose(fit.weights, truth, 1e-9))
    }

    @Test func effectiveParametersCountTheColumns() throws {
        let path = try RidgePath(houses.x, houses.y, fittingIntercept: true)
        #expect(try path.effectiveParameters(penalty: 0) == 6)
        // The trace of the hat matrix, column by column in better units.
        let z = centred(houses.x)
        let hat = z * (try z.gram.addingToDiagonal(100).choleskySolve(z.transposed))
        #expect(abs(try path.effectiveParameters(penalty: 100) - hat.diagonal.reduce(0, +)) < 1e-9)
        let eigenvalues = try path.eigenvalues()
        #expect(eigenvalues.count == 6)
        let trace = eigenvalues.reduce(0) { $0 + $1 / ($1 + 100) }
        #expect(abs(trace - hat.diagonal.reduce(0, +)) < 1e-9)
        #expect(abs(try RidgePath(scales.x, scales.y).effectiveParameters(penalty: 1e-30) - 3) < 1e-9)
    }

    @Test func aUnitIsNoMoreThanAFactorOfItsWeight() throws {
        let (x, y) = scales
        let other = Matrix(rows: 200, columns: 3) { x[$0, $1] * [0x1p30, 0x1p-30, 1][$1] }
        let (one, two) = (try Ridge(penalty: 0).fit(x, y).weights, try Ridge(penalty: 0).fit(other, y).weights)
        #expect(isClose(zip(two, [0x1p30, 0x1p-30, 1]).map { $0 * $1 }, one, 1e-13))
        let far = try LogisticRegression(penalty: 0).fit(other, y.map { $0 > 0 ? 1 : 0 }.map { $0 })
        #expect(far.weights.allSatisfy { $0.isFinite })
    }

    @Test func anEnormousTargetIsOneUnitMore() throws {
        let (x, y) = scales
        for unit in [0x1p600, 0x1p-600] {
            let scaled = y.scaled(by: unit)
            let ridge = try Ridge(penalty: 1).fit(x, scaled).weights
            #expect(ridge == (try Ridge(penalty: 1).fit(x, y).weights.scaled(by: unit)))
            let lasso = try LassoProblem(x, scaled).solution(penalty: 0.1 * unit).weights
            #expect(lasso == (try LassoProblem(x, y).solution(penalty: 0.1).weights.scaled(by: unit)))
            let tree = try RegressionTree(SortedFeatures(x), scaled, limits: TreeLimits(depth: 3))
            let plain = try RegressionTree(SortedFeatures(x), y, limits: TreeLimits(depth: 3))
            #expect(tree.nodes == plain.nodes && tree.leafValues == plain.leafValues.scaled(by: unit))
        }
    }

    @Test(arguments: [1, 0.1, 0.01, 1e-3, 1e-4]) func theLassoConverges(penalty: Double) throws {
        let problem = try LassoProblem(houses.x, houses.y, fittingIntercept: true)
        let solution = try problem.solution(penalty: penalty)
        #expect(solution.sweeps < 200)
        #expect(problem.relativeGap(solution.weights, penalty: penalty) < 1e-9)
    }

    @Test func aColumnOfAHundredMillionKeepsNoSweepWaiting() throws {
        var s = RandomStream(seed: 3)
        let (a, b, e) = (s.normals(300), s.normals(300), s.normals(300))
        let x = Matrix([a, b, a, b.scaled(by: 1e8)]).transposed
        let y = a.scaled(by: 3).subtracting(b).adding(e.scaled(by: 0.1))
        let solution = try LassoProblem(x, y, fittingIntercept: true).solution(penalty: 1e-3)
        #expect(solution.sweeps < 2_000)
        #expect(abs(solution.weights[0] + solution.weights[2] - 3) < 0.02)
        #expect(abs(solution.weights[1] + 1e8 * solution.weights[3] + 1) < 0.02)
        // The cheap column takes all of it.
        #expect(solution.weights[1] == 0)
        let two = x.selectingColumns([0, 1])
        let free = try LassoProblem(two, y).solution(penalty: 0)
        #expect(isClose(free.weights, try two.leastSquares(y), 1e-12))
        #expect(throws: LearningError.singular(what: "XᵀX", size: 4)) { try LassoProblem(x, y).solution(penalty: 0) }
    }

    @Test func timeStampsOfAClassifier() throws {
        var s = RandomStream(seed: 5)
        let t = (0..<300).map { _ in 1.7e12 + (1e9 * s.uniform()).rounded() }
        let y = t.map { s.bernoulli(logistic(($0 - 1.7e12 - 5e8) / 2e8)) ? 1 : 0 }
        func fit(_ change: (Double) -> Double) throws -> LinearModel {
            try LogisticRegression(penalty: 0).fit(Matrix(rows: 300, columns: 1, elements: t.map(change)), y)
        }
        let mean = t.mean
        let (raw, less, scaled) = (try fit { $0 }, try fit { $0 - mean }, try fit { ($0 - mean) / 1e8 })
        #expect(abs(raw.weights[0] / less.weights[0] - 1) < 1e-9)
        #expect(abs(scaled.weights[0] / 1e8 / less.weights[0] - 1) < 1e-9)
        #expect(abs(raw.intercept + raw.weights[0] * mean - less.intercept) < 1e-9 * abs(raw.intercept))
        #expect(abs(scaled.intercept - less.intercept) < 1e-9)
    }

    @Test func softmaxOnColumnsLikeWines() throws {
        var s = RandomStream(seed: 6)
        let x = Matrix(rows: 300, columns: 3) { _, j in
            [13 + 0.8 * s.normal(), 750 + 300 * s.normal(), 5 + 2 * s.normal()][j]
        }
        let z = (0..<300).map { i in x[i, 1] + 100 * s.normal() > 900 ? 2 : x[i, 2] + s.normal() > 5 ? 1 : 0 }
        let data = ClassificationData(inputs: x, labels: z, classes: 3)
        let solution = try SoftmaxRegression(penalty: 1, scale: .sum).solution(data)
        #expect(solution.steps < 200 && !solution.isSeparable)
        let errors =
            Matrix(rows: 300, columns: 3) { i, k in (data.labels[i] == k ? -1 : 0) }
            + (try solution.model.probabilities(for: x))
        let gradient = x.transposedTimes(errors) + solution.model.weights
        #expect(
            (0..<3).allSatisfy { j in gradient.row(j).largestMagnitude < 1e-5 * 300 * x.column(j).largestMagnitude })
    }

    @Test func evidenceDoesNotHangOnUnits() throws {
        let (x, y) = scales
        func evidence(_ unit: Double) throws -> Double {
            let prior = try LinearGaussian(
                mean: [0, 0, 0], covariance: .diagonal([1, 1, 1e-14 / unit / unit]), noiseVariance: 0.01)
            return try prior.logEvidence(
                Matrix(rows: 200, columns: 3) { x[$0, $1] * ($1 == 2 ? unit : 1) }, y)
        }
        let plain = try evidence(1e-7)
        #expect(abs(try evidence(1) - plain) < 1e-9 * abs(plain))
        #expect(abs(try evidence(1e6) - plain) < 1e-9 * abs(plain))
    }
}
