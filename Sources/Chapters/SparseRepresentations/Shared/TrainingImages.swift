import DataSets
import Laboratory
import LinearAlgebra

/// Images of training sets and fresh ones, at half their side.
struct TrainingImages: Codable, Sendable {
    /// Training images from which each training set is drawn without replacement.
    let pool: Int
    /// Images in each training set, and fresh ones.
    let count: Int
    let fresh: Int

    func training(_ replicate: Int, in lab: Lab) throws -> LabelledImages {
        try lab.images(.training, count: pool, isHalved: true)
            .drawn(count, by: lab.stream("training set", replicate))
    }

    /// Images that settings are chosen on.
    func validation(in lab: Lab) throws -> LabelledImages {
        try lab.images(.validation, count: fresh, isHalved: true)
    }

    /// The same fresh images for every training set.
    func test(in lab: Lab) throws -> LabelledImages {
        try lab.images(.test, count: fresh, isHalved: true)
    }
}

extension LabelledImages {
    /// One image a row.
    var matrix: Matrix { Matrix(rows: count, columns: side * side, elements: pixels.map(Double.init)) }
}
