import Learning
import Notebook

/// The images of one training set and fresh ones, at half their side.
struct TrainingImages: Codable, Sendable {
    let replicate: Int
    let pool: Int
    let count: Int
    let fresh: Int

    init(_ replicate: Int, _ parameters: Parameters) {
        self.replicate = replicate
        pool = parameters.trainingPool
        count = parameters.trainingImages
        fresh = parameters.testImages
    }

    func training(in lab: Lab) throws -> LabelledImages {
        let all = try lab.images(.training, count: pool)
        return try all.drawn(count, by: lab.stream("training set", replicate)).halved()
    }

    /// Images that settings are chosen on.
    func validation(in lab: Lab) throws -> LabelledImages {
        try lab.images(.validation, count: fresh).halved()
    }

    /// The same fresh images for every training set.
    func test(in lab: Lab) throws -> LabelledImages {
        try lab.images(.test, count: fresh).halved()
    }
}

extension LabelledImages {
    /// One image a row.
    var matrix: Matrix { Matrix(rows: count, columns: side * side, elements: pixels.map(Double.init)) }
}
