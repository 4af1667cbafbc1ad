import Learning
import Notebook

/// One training set, used under pixel noise of several sizes.
private struct RobustnessItem: Codable, Sendable {
    let digits: DigitSet
    let training: [Double]
    let test: [Double]
    let units: Int
}

extension RobustnessMeasurements {
    /// Networks trained with noise on the pixels and tested with as much and more.
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> RobustnessMeasurements {
        let items = (0..<parameters.noiseReplicates).map {
            RobustnessItem(
                digits: DigitSet($0, examples: parameters.noiseExamples, parameters),
                training: parameters.trainingNoise, test: parameters.testNoise, units: parameters.hiddenUnits)
        }
        let errors = try await lab.map("noise on pixels", over: items) { item, lab in
            let images = try item.digits.training(in: lab)
            let test = try item.digits.test(in: lab)
            return try item.training.map { deviation in
                let trained = try item.digits.train(
                    noisy(deviation, images, units: item.units), on: images, in: lab)
                return try item.test.map { deviation in
                    let shaken = Prediction(try noisy(deviation, images, units: item.units), trained.parameters)
                    let answers = try shaken.outputs(test.examples.inputs, stream: lab.stream("test noise"))
                    return test.shareOfErrors(in: answers)
                }
            }
        }
        return RobustnessMeasurements(
            trainingNoise: parameters.trainingNoise, testNoise: parameters.testNoise, errors: errors)
    }

    /// The fully connected network with fresh noise on its inputs at every step of training.
    private static func noisy(_ deviation: Double, _ images: LabelledImages, units: Int) throws -> Network {
        try Network(input: .image(side: images.side)) {
            Noise(.added, deviation: deviation)
            Dense(units: units, activation: .rectifier)
            Dense(units: images.classes)
        }
    }
}

extension LabelledImages {
    /// The greatest output of each image.
    func answers(in outputs: [Float]) -> [Int] {
        (0..<count).map { image in
            let row = outputs[image * classes..<(image + 1) * classes]
            return (row.indices.max { row[$0] < row[$1] } ?? row.startIndex) - row.startIndex
        }
    }

    /// The share of images whose greatest output is not their label.
    func shareOfErrors(in outputs: [Float]) -> Double {
        Double(zip(answers(in: outputs), labels).count { $0 != $1 }) / Double(count)
    }
}
