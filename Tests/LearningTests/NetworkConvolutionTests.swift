import Learning
import Testing

@Suite struct NetworkConvolutionTests {
    /// The outputs of a one-layer network on an image with a single bright place.
    func response(_ layer: any Layer, row: Int, column: Int) throws -> [Double] {
        let network = try Network(input: .image(side: 8), layers: [layer])
        var inputs = [Double](repeating: 0, count: 64)
        inputs[row * 8 + column] = 1
        return try Prediction(network, network.initialParameters(RandomStream(seed: 4))).outputs(inputs)
    }

    @Test func aShiftedImageGivesShiftedFeatures() throws {
        let layer = Convolution(channels: 2, side: 3, activation: .identity)
        let here = try response(layer, row: 3, column: 2)
        let there = try response(layer, row: 4, column: 5)
        for row in 1..<6 {
            for column in 1..<4 {
                for c in 0..<2 {
                    #expect(here[(row * 8 + column) * 2 + c] == there[((row + 1) * 8 + column + 3) * 2 + c])
                }
            }
        }
        let own = LocallyConnected(channels: 2, side: 3, activation: .identity)
        #expect(
            try response(own, row: 3, column: 2)[(3 * 8 + 2) * 2] != response(own, row: 4, column: 5)[(4 * 8 + 5) * 2])
    }

    @Test func theWeightsAreWhatStandsUnderThePatch() throws {
        let network = try Network(input: .image(side: 3)) {
            Convolution(channels: 1, side: 3, padding: .valid, activation: .identity)
        }
        var parameters: NetworkParameters<Double> = network.initialParameters(RandomStream(seed: 1))
        parameters[block: 0] = (1...9).map(Double.init)
        parameters[block: 1] = [0.5]
        #expect(try Prediction(network, parameters).outputs((1...9).map(Double.init)) == [285.5])
    }

    @Test func sharingSavesParametersByTheNumberOfPlaces() throws {
        let shared = try Network(input: .image(side: 28)) { Convolution(channels: 16, side: 5) }
        let own = try Network(input: .image(side: 28)) { LocallyConnected(channels: 16, side: 5) }
        #expect(shared.parameterCount == 26 * 16)
        #expect(own.parameterCount == 784 * 26 * 16)
    }

    @Test func poolingTakesTheGreatestAndLeavesTheRestOut() throws {
        let network = try Network(input: .image(side: 3)) { MaxPooling() }
        #expect(network.output == FeatureShape(height: 1, width: 1, channels: 1))
        let none = NetworkParameters<Double>(blocks: [], values: [])
        #expect(try Prediction(network, none).outputs([1, 2, 9, 4, 3, 9, 9, 9, 9]) == [4])
    }

    @Test func sameBytesOnOneThreadAndTwo() throws {
        var stream = RandomStream(seed: 6, name: "images")
        let images = LabelledImages(
            side: 10, classes: 3, pixels: (0..<3000).map { _ in Float(stream.uniform()) },
            labels: (0..<30).map { $0 % 3 })
        let states = try [1, 2].map { threads in
            let trainer = try Trainer(
                Network(input: .image(side: 10)) {
                    Convolution(channels: 20, side: 3)
                    MaxPooling()
                    LocallyConnected(channels: 4, side: 3)
                    Dense(units: 3)
                }, SGD(batch: 7, rate: 0.05, momentum: 0.5), on: images.examples, stream: RandomStream(seed: 1),
                team: Team(threads: threads))
            var state = trainer.start()
            try trainer.train(&state, steps: 10)
            return state
        }
        #expect(states[0] == states[1])
    }

    /// 60 × 441 patches of 100 numbers are gathered in two parts; those of 20 images in one.
    @Test func thePartsOfALargeGradientAddUp() throws {
        var stream = RandomStream(seed: 8, name: "images")
        let network = try Network(input: .image(side: 30)) {
            Convolution(channels: 84, side: 10, padding: .valid)
            MaxPooling(side: 21)
            Dense(units: 3)
        }
        let examples = Examples<Double>(
            shape: .image(side: 30), inputs: stream.uniforms(60 * 900), targets: .labels((0..<60).map { $0 % 3 }))
        let parameters: NetworkParameters<Double> = network.initialParameters(RandomStream(seed: 1))
        let whole = try LossGradient(network, at: parameters, on: examples).parameters
        let parts = try [0..<20, 20..<40, 40..<60].map {
            try LossGradient(network, at: parameters, on: examples.subset(Array($0))).parameters
        }
        #expect(whole.contains { abs($0) > 1e-3 })
        for place in whole.indices {
            #expect(abs(whole[place] - parts.reduce(0) { $0 + $1[place] } / 3) < 1e-12)
        }
        let states = try [1, 2].map { threads in
            let trainer = try Trainer(
                network, SGD(batch: 60, rate: 0.1), on: examples, stream: RandomStream(seed: 1),
                team: Team(threads: threads))
            var state = trainer.start()
            try trainer.train(&state, steps: 1)
            return state
        }
        #expect(states[0] == states[1])
    }

    @Test func imagesThatAreTooSmallAreErrors() {
        #expect(throws: LearningError.self) {
            try Network(input: .image(side: 3)) { Convolution(channels: 2, side: 4, padding: .valid) }
        }
        #expect(throws: LearningError.self) { try Network(input: .vector(9)) { MaxPooling() } }
    }
}
