import DataSets
import Laboratory
import LinearAlgebra

/// What the classifiers of all studies have in common: images, networks and attacks.
public struct AttackedTask: Codable, Sendable {
    @Parameter("training images of one replicate, drawn from a pool", in: 20...60_000) public var trainingExamples = 800
    @Parameter("images in that pool", in: 20...60_000) public var trainingPool = 4_000
    @Parameter("validation images", in: 10...10_000) public var validationExamples = 1_000
    @Parameter("test images on which clean errors are measured", in: 10...10_000) public var testExamples = 2_000
    @Parameter("how many of them are attacked", in: 10...10_000) public var attackedExamples = 200
    @Parameter("whether images are used at half their side, all but those of the pictures") public var isHalved = true
    @Parameter("maxout units in each of the two hidden layers", in: 1...4_096) public var units = 60
    @Parameter("linear pieces of each unit", in: 1...64) public var pieces = 2
    @Parameter("probability with which dropout keeps an input", in: 0.01...1) public var keepInput = 1.0
    @Parameter("probability with which dropout keeps a hidden unit", in: 0.01...1) public var keepHidden = 1.0
    @Parameter("learning rate at the start", in: 1e-6...10) public var learningRate = 0.1
    @Parameter("momentum", in: 0...0.999) public var momentum = 0.7
    @Parameter("the bound on the norm of a unit's incoming weights", in: 0.01...1_000) public var maxNorm = 4.0
    @Parameter("images in a minibatch", in: 1...10_000) public var batchSize = 50
    @Parameter("passes over the training images", in: 1...10_000) public var epochs = 25
    @Parameter("sizes of the perturbation, ascending; pixels lie between 0 and 1", in: 0...1)
    public var epsilons = [0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]
    @Parameter("the size at which nearly every answer should be wrong", in: 0...1) public var epsilon = 0.25
    @Parameter("the size at which networks trained in different ways are compared", in: 0...1)
    public var comparedEpsilon = 0.05
    @Parameter("weight of the loss on clean images in adversarial training", in: 0...1) public var cleanShare = 0.5
    @Parameter("signed steps of one climb of a search", in: 1...1_000) public var searchSteps = 8
    @Parameter("climbs of a search", in: 1...1_000) public var searchStarts = 2
    @Parameter("signed steps of a climb in training against a search", in: 1...1_000) public var trainingSteps = 3

    static func task(for profile: Profile) -> AttackedTask {
        var task = AttackedTask()
        guard profile != .quick else { return task }
        task.searchSteps = 20
        task.searchStarts = 3
        task.trainingSteps = 4
        task.trainingExamples = 50_000
        task.trainingPool = 50_000
        task.validationExamples = 10_000
        task.testExamples = 10_000
        task.attackedExamples = profile == .full ? 1_000 : 10_000
        task.isHalved = false
        task.units = 240
        task.pieces = 5
        task.keepInput = 0.8
        task.keepHidden = 0.5
        task.maxNorm = 1.9365
        task.comparedEpsilon = 0.25
        task.batchSize = 100
        task.epochs = profile == .full ? 15 : 250
        return task
    }

    /// The attack by many steps within ±`epsilon`.
    func search(_ epsilon: Double) -> BoxSearch {
        BoxSearch(epsilon: epsilon, steps: searchSteps, starts: searchStarts)
    }

    /// Where `epsilon` and `comparedEpsilon` stand among the sizes.
    var attackPlace: Int { place(epsilon) }
    var comparedPlace: Int { place(comparedEpsilon) }

    private func place(_ epsilon: Double) -> Int { epsilons.map { abs($0 - epsilon) }.placeOfLowest }

    func images(_ part: DataPart, count: Int, in lab: Lab) throws -> LabelledImages {
        try lab.images(part, count: count, isHalved: isHalved)
    }
}
