import Learning
import Testing

@Suite struct RidgeTests {
    private func data(_ rows: Int, _ columns: Int) -> RegressionData {
        var stream = RandomStream(seed: 21, name: "ridge").split("\(rows)x\(columns)")
        let weights = stream.normals(columns)
        return LinearFamily(weights: weights, intercept: 3, correlation: 0.5).sample(rows, using: &stream)
    }

    /// The normal equations of ½‖Xw − y‖² + ½α‖w − w⁰‖².
    @Test(arguments: [(30, 7), (7, 30), (12, 12), (5, 1)])
    func theGradientVanishes(rows: Int, columns: Int) throws {
        let data = data(rows, columns)
        let center = (0..<columns).map(Double.init)
        for (scale, factor) in [(LossScale.sum, 1.0), (.mean, Double(rows))] {
            let ridge = Ridge(penalty: 0.3, scale: scale, toward: center)
            let w = try ridge.fit(data.inputs, data.targets).weights
            let residual = (data.inputs * w).subtracting(data.targets)
            let gradient = data.inputs.transposedTimes(residual)
                .adding(w.subtracting(center).scaled(by: 0.3 * factor))
            #expect(gradient.norm < 1e-9 * data.targets.norm)
        }
    }

    @Test func aPathIsItsSingleFits() throws {
        let data = data(40, 9)
        let penalties = [1e-3, 1, 1e5]
        let path = try RidgePath(data.inputs, data.targets, fittingIntercept: true)
        let models = try path.models(penalties: penalties)
        for (penalty, model) in zip(penalties, models) {
            let single = try Ridge(penalty: penalty, fittingIntercept: true).fit(data.inputs, data.targets)
            #expect(model.weights.subtracting(single.weights).norm < 1e-13)
            let residual = try model.predictions(for: data.inputs).subtracting(data.targets)
            #expect(abs(residual.mean) < 1e-12)
        }
        #expect(models[2].weights.norm < models[1].weights.norm)
    }

    @Test(arguments: [(40, 9), (9, 40), (4, 1)])
    func weightsDoNotDependOnThreads(rows: Int, columns: Int) throws {
        let data = data(rows, columns)
        let penalties = [0.1, 1, 10, 100, 1000]
        let one = try RidgePath(data.inputs, data.targets, threads: 1).weights(penalties: penalties)
        let two = try RidgePath(data.inputs, data.targets, threads: 2).weights(penalties: penalties)
        #expect(one == two)
    }

    @Test(arguments: [0, 7, 8, 16, 17])
    func oneValueThatIsNotFiniteIsFound(place: Int) {
        var targets = Array(repeating: 1.0, count: 18)
        targets[place] = .nan
        #expect {
            try Ridge(penalty: 1).fit(Matrix(rows: 18, columns: 1, repeating: 1), targets)
        } throws: {
            "\($0)" == "Target number \(place) is nan. Remove or replace values that are not finite."
        }
    }

    @Test func effectiveParametersAreTheTraceOfTheHatMatrix() throws {
        let data = data(20, 6)
        let x = data.inputs
        let path = try RidgePath(x, data.targets)
        let hat = x * (try x.gram.addingToDiagonal(2).choleskySolve(x.transposed))
        #expect(abs(try path.effectiveParameters(penalty: 2) - hat.diagonal.reduce(0, +)) < 1e-12)
        #expect(abs(try path.effectiveParameters(penalty: 0) - 6) < 1e-12)
        let wide = self.data(6, 20)
        #expect(abs(try RidgePath(wide.inputs, wide.targets).effectiveParameters(penalty: 0) - 6) < 1e-12)
    }

    @Test func dependentColumnsNeedAPenalty() throws {
        let x = Matrix([[1, 2], [2, 4], [3, 6]])
        #expect(throws: LearningError.self) { try Ridge(penalty: 0).fit(x, [1, 2, 3]) }
        let w = try Ridge(penalty: 1e-6).fit(x, [1, 2, 3]).weights
        #expect(w.subtracting([0.2, 0.4]).norm < 1e-6)
    }

    @Test func badDataAreNamed() {
        let x = Matrix([[1, 2], [2, 5]])
        #expect(throws: LearningError.sizesDisagree(what: "Examples", 2, other: "targets", 3)) {
            try Ridge(penalty: 1).fit(x, [1, 2, 3])
        }
        #expect(throws: LearningError.outOfRange(setting: "Penalty", value: -2, allowed: "finite and at least 0")) {
            try Ridge(penalty: -2).fit(x, [1, 2])
        }
        #expect(throws: LearningError.empty(what: "examples")) {
            try Ridge(penalty: 1).fit(Matrix(rows: 0, columns: 2), [])
        }
        #expect(throws: LearningError.notFinite(what: "Target", index: 1, value: .infinity)) {
            try Ridge(penalty: 1).fit(x, [1, .infinity])
        }
        #expect(throws: LearningError.sizesDisagree(what: "Features", 2, other: "entries of the centre", 1)) {
            try Ridge(penalty: 1, toward: [1]).fit(x, [1, 2])
        }
    }
}
