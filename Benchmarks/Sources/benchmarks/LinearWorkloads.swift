import Foundation
import Learning

extension Workload {
    /// Linear models and trees, on two cores.
    static let linear: [Workload] = [
        Workload(name: "lasso_path") {
            let data = try LinearWorkloads.regression()
            let penalties = try LassoProblem(data.inputs, data.targets).penalties(100, downTo: 1e-3)
            var path: [LassoSolution] = []
            let seconds = try await Measurement.median {
                path = try LassoProblem(data.inputs, data.targets, threads: 2).path(
                    penalties: penalties, tolerance: LinearWorkloads.gap)
            }
            return [
                Measurement(
                    workload: "lasso_path", seconds: seconds, throughput: 100 / seconds, unit: "alphas/s",
                    maxRelGap: path.map(\.relativeGap).max())
            ]
        },
        Workload(name: "ridge_path") {
            let data = try LinearWorkloads.regression()
            let penalties = (0..<100).map { pow(10, -3 + 8 * Double($0) / 99) }
            let seconds = try await Measurement.median {
                _ = try RidgePath(data.inputs, data.targets, threads: 2).weights(penalties: penalties)
            }
            return [
                Measurement(
                    workload: "ridge_path", seconds: seconds, throughput: 100 / seconds, unit: "alphas/s")
            ]
        },
        Workload(name: "bagging_tree") {
            var stream = RandomStream(seed: 0, name: "friedman")
            let training = FriedmanFamily.one.sample(2000, features: 20, using: &stream)
            let test = FriedmanFamily.one.sample(2000, features: 20, using: &stream)
            let forest = stream.split("forest")
            let seconds = try await Measurement.median(runs: 5) {
                let bagged = try BaggedRegressionTrees(training, count: 100, stream: forest, threads: 2)
                _ = try bagged.predictions(for: test.inputs, threads: 2)
            }
            return [
                Measurement(
                    workload: "bagging_tree", seconds: seconds, throughput: 100 / seconds, unit: "estimators/s")
            ]
        },
    ]
}

/// What the linear workloads share.
enum LinearWorkloads {
    /// The relative duality gap at which a lasso stops: a little less than scikit-learn's default tolerance leaves.
    static let gap = 1.9e-4

    /// 2000 examples with 500 features, 50 of which matter: those of the file that `REGRESSION_DATA` names (inputs row by
    /// row, then targets, as little-endian doubles), or drawn from the same distribution.
    static func regression() throws -> RegressionData {
        let (rows, columns) = (2000, 500)
        guard let path = ProcessInfo.processInfo.environment["REGRESSION_DATA"] else {
            var stream = RandomStream(seed: 0, name: "regression")
            let family = LinearFamily.sparse(
                features: columns, nonzero: 50, correlation: 0.5, noise: 3, using: &stream)
            let data = family.sample(rows, using: &stream)
            let mean = data.targets.mean
            let targets = data.targets.map { $0 - mean }
            return RegressionData(
                inputs: try Standardizer(fitting: data.inputs).apply(to: data.inputs), targets: targets)
        }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        guard bytes.count == 8 * rows * (columns + 1) else {
            throw LearningError.sizesDisagree(
                what: "Bytes in \(path)", bytes.count, other: "bytes of the problem", 8 * rows * (columns + 1))
        }
        let numbers = bytes.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
        return RegressionData(
            inputs: Matrix(rows: rows, columns: columns, elements: Array(numbers[..<(rows * columns)])),
            targets: Array(numbers[(rows * columns)...]))
    }
}
