import LinearAlgebra
import LinearModels

/// One data set before and after its features are turned.
struct Rotation: Codable, Sendable {
    let ridge: Double
    let lasso: Double
    let before: Double
    let after: Double

    init(from stream: inout RandomStream) throws {
        let features = 12
        let inputs = Matrix(rows: 60, columns: features, elements: stream.normals(60 * features))
        let truth = [2, -1.5, 1] + [Double](repeating: 0, count: features - 3)
        let targets = (inputs * truth).adding(stream.normals(60))
        let rotation = try Matrix(rows: features, columns: features, elements: stream.normals(features * features)).gram
            .symmetricEigen().vectors
        let plain = SquaredLoss(inputs: inputs, targets: targets)
        let rotated = SquaredLoss(inputs: inputs * rotation, targets: targets)
        func solved(_ data: SquaredLoss) throws -> [Double] {
            try data.inputs.gram.addingToDiagonal(8).choleskySolve(data.inputs.transposedTimes(data.targets))
        }
        let first = try solved(plain)
        ridge = (rotation * (try solved(rotated))).subtracting(first).norm / first.norm
        let sparse = ProximalDescent.minimize(plain, beta: 0.25, steps: 800)
        let turned = ProximalDescent.minimize(rotated, beta: 0.25, steps: 800)
        lasso = (rotation * turned).subtracting(sparse).norm / sparse.norm
        before = Double(sparse.count { $0 == 0 })
        after = Double(turned.count { $0 == 0 })
    }
}
