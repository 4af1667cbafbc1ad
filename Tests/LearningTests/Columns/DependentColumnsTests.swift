import Learning
import Testing

/// Whether columns are dependent is decided by a threshold, not by the luck of rounding.
@Suite struct DependentColumnsTests {
    private func data(_ seed: Int, noise: Double = 0, unit: Double = 1) -> (x: Matrix, y: [Double]) {
        var s = RandomStream(seed: UInt64(seed))
        let a = Matrix(rows: 40, columns: 4, elements: s.normals(160))
        let last = a * s.normals(4)
        let other = s.normals(40)
        let x = Matrix(rows: 40, columns: 5) { i, j in j < 4 ? a[i, j] : unit * (last[i] + noise * other[i]) }
        return (x, s.normals(40))
    }

    @Test(arguments: [1, 1e9]) func aCombinationIsAlwaysNoticed(unit: Double) throws {
        for seed in 0..<100 {
            let (x, y) = data(seed, unit: unit)
            let labelled = ClassificationData(inputs: x, labels: (0..<40).map { $0 % 2 }, classes: 2)
            #expect(throws: LearningError.singular(what: "XᵀX", size: 5)) {
                try SquaredLoss(inputs: x, targets: y).optimum()
            }
            #expect(throws: LearningError.self) { try Ridge(penalty: 0).fit(x, y) }
            #expect(throws: LearningError.self) { try Ridge(penalty: 0, fittingIntercept: true).fit(x, y) }
            #expect(throws: LearningError.singular(what: "The Hessian", size: 6)) {
                try LogisticRegression(penalty: 0).fit(x, labelled.labels)
            }
            #expect(try RidgePath(x, y).effectiveParameters(penalty: 0) == 4)
        }
    }

    @Test func withinClassesToo() throws {
        for seed in 0..<100 {
            var (x, _) = data(seed)
            let labels = (0..<40).map { $0 % 2 }
            #expect(throws: LearningError.singular(what: "The covariance", size: 5)) {
                try LinearDiscriminant(ClassificationData(inputs: x, labels: labels, classes: 2))
            }
            // A column that tells the classes apart and else is constant.
            for i in 0..<40 { x[i, 4] = labels[i] == 1 ? 0.3 : 0.1 }
            let apart = ClassificationData(inputs: x, labels: labels, classes: 2)
            #expect(throws: LearningError.singular(what: "The covariance", size: 5)) { try LinearDiscriminant(apart) }
            _ = try LinearDiscriminant(apart, shrinkage: 0.1)
        }
    }

    @Test(arguments: [1e-3, 1e-6, 1e-9]) func almostACombinationIsSolved(noise: Double) throws {
        for seed in 0..<20 {
            let (x, _) = data(seed, noise: noise)
            let w = [1.0, -2, 3, 0.5, 2]
            let found = try SquaredLoss(inputs: x, targets: x * w).optimum()
            #expect(found.subtracting(w).largestMagnitude < 1e-13 / noise)
            #expect(try Ridge(penalty: 0).fit(x, x * w).weights.subtracting(w).largestMagnitude < 1e-13 / noise)
        }
    }

    @Test func aLittlePenaltyMends() throws {
        let (x, y) = data(1)
        let w = try Ridge(penalty: 1e-6).fit(x, y).weights
        let gradient = x.transposedTimes((x * w).subtracting(y)).adding(w.scaled(by: 1e-6))
        #expect(gradient.largestMagnitude < 1e-11)
    }
}
