import DataSets
import Laboratory
import Networks

extension DigitSet {
    /// Test errors of one algorithm, one a scheme.
    func errors(
        _ algorithm: Algorithm, _ schemes: [Scheme], copies: Int, units: Int, _ replicate: Int, in lab: Lab
    ) throws -> [Double] {
        let images = try training(replicate, in: lab)
        let test = try test(in: lab).examples
        let network = try algorithm.network(side: training.side, units: units, classes: images.classes)
        return try schemes.map { scheme in
            let changed =
                try scheme == .none
                ? images
                : images.augmented(
                    scheme.augmentation(side: training.side), copies: copies, lab.stream("copies", replicate))
            return try train(network, on: changed, replicate, in: lab).evaluate(test).error
        }
    }
}
