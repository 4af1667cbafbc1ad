import Foundation
import LinearAlgebra
import Networks
import Statistics

/// Looks for wrong answers within ±ε of each pixel: signed steps up the slope of the cost, from the image itself and from
/// random places in the box. The single step of size ε is among what is tried, so the search never finds less than that.
struct BoxSearch: Codable, Sendable {
    let epsilon: Double
    let steps: Int
    let starts: Int

    /// Five quarters of the box's width in all, so that the far side can be reached.
    private var stepSize: Float { Float(2.5 * epsilon / Double(steps)) }

    // snippet.box-search
    /// `examples` after `steps` signed steps that start at `inputs`, each cut back to the box.
    func climb(from inputs: [Float], _ examples: Examples<Float>, of network: TrainedNetwork) throws -> [Float] {
        var x = inputs
        let reach = Float(epsilon)
        for _ in 0..<steps {
            let here = Examples(shape: examples.shape, inputs: x, targets: examples.targets)
            let slopes = try network.slopes(here)
            for i in x.indices {
                let step = slopes[i] > 0 ? stepSize : slopes[i] < 0 ? -stepSize : 0
                x[i] = min(max(x[i] + step, examples.inputs[i] - reach), examples.inputs[i] + reach)
            }
        }
        return x
    }
    // snippet.end

    /// Where the climb number `start` begins: at the images, or anywhere in their boxes.
    private func beginning(_ start: Int, _ examples: Examples<Float>, _ stream: RandomStream) -> [Float] {
        guard start > 0 else { return examples.inputs }
        var places = stream.split("start", start)
        return examples.inputs.map { $0 + Float(places.uniform(in: -epsilon..<epsilon)) }
    }

    /// The share of `examples` that are answered wrongly somewhere.
    func error(
        of network: TrainedNetwork, on examples: Examples<Float>, isWrong: (Examples<Float>) throws -> [Bool],
        afterStep moved: [Float], stream: RandomStream
    ) throws -> Double {
        guard epsilon > 0 else { return Double(try isWrong(examples).count { $0 }) / Double(examples.count) }
        let clean = try isWrong(examples)
        let stepped = try isWrong(Examples(shape: examples.shape, inputs: moved, targets: examples.targets))
        var standing = examples.subset(examples.indices.filter { !clean[$0] && !stepped[$0] })
        for start in 0..<starts where standing.count > 0 {
            let places = try climb(from: beginning(start, standing, stream), standing, of: network)
            let wrong = try isWrong(Examples(shape: standing.shape, inputs: places, targets: standing.targets))
            standing = standing.subset(standing.indices.filter { !wrong[$0] })
        }
        return Double(examples.count - standing.count) / Double(examples.count)
    }

    /// The highest cost of each example over all climbs and after the single step, its mean over `examples`.
    func cost(
        of network: TrainedNetwork, on examples: Examples<Float>, afterStep moved: [Float], stream: RandomStream
    ) throws -> Double {
        var highest = try network.costs(moved, examples)
        for start in 0..<starts {
            let places = try climb(from: beginning(start, examples, stream), examples, of: network)
            highest = zip(highest, try network.costs(places, examples)).map { max($0, $1) }
        }
        return highest.mean
    }
}

extension Examples {
    var indices: Range<Int> { 0..<count }
}

extension TrainedNetwork {
    /// The cross-entropy of each of `examples` with `inputs` in place of its own.
    func costs(_ inputs: [Float], _ examples: Examples<Float>) throws -> [Double] {
        let classes = network.output.count
        let logits = try logits(inputs)
        return examples.indices.map { row in
            let own = logits[row * classes..<(row + 1) * classes]
            let highest = own.max() ?? 0
            let sum = own.reduce(0) { $0 + exp($1 - highest) }
            return log(sum) + highest - logits[row * classes + examples.label(row)]
        }
    }
}
