import Learning
import Notebook

/// DropConnect and stochastic pooling, enumerated.
public struct RelativeMeasurements: Codable, Sendable {
    /// The largest distance of a DropConnect member from the nearest dropout member, and the other way round.
    public var connectGap: Double
    public var dropoutError: Double
    public let connectMembers: Int
    public let dropoutMembers: Int
    /// Stochastic pooling: the ensemble of all choices of places against the shares' mean.
    public var poolingError: Double
    /// The same against the greatest activation of each region.
    public var maximumGap: Double

    static func measure(_ parameters: Parameters, in lab: Lab, equations: Equations) -> RelativeMeasurements {
        var stream = lab.stream("relatives")
        let connect = dropConnect(from: &stream, equations: equations)
        let pooling = pooling(from: &stream, equations: equations)
        return RelativeMeasurements(
            connectGap: connect.gap, dropoutError: connect.error, connectMembers: 64, dropoutMembers: 8,
            poolingError: pooling.error, maximumGap: pooling.gap)
    }

    /// All members of a linear layer with three inputs and two outputs.
    private static func dropConnect(from stream: inout RandomStream, equations: Equations) -> (
        gap: Double, error: Double
    ) {
        let w = Matrix(rows: 3, columns: 2, elements: stream.normals(6))
        let v = stream.normals(3)
        let dropped = Masks(3, keep: 0.5).values.map { equations.subModel(w, [0, 0], $0, v) }
        let connected = Masks(6, keep: 0.5).values.map { mask in
            let kept = Matrix(rows: 3, columns: 2, elements: zip(mask, w.elements).map { $0 * $1 })
            return kept.transposedTimes(v)
        }
        func reach(_ some: [[Double]], _ others: [[Double]]) -> Double {
            some.map { member in others.map { $0.distance(to: member) }.min() ?? .nan }.max() ?? .nan
        }
        return (reach(connected, dropped), reach(dropped, connected))
    }

    /// Three regions of four activations, each pooled at a random place; softmax over a linear layer on top.
    private static func pooling(from stream: inout RandomStream, equations: Equations) -> (gap: Double, error: Double) {
        let regions = (0..<3).map { _ in stream.normals(4).map(abs) }
        let w = Matrix(rows: 3, columns: 2, elements: stream.normals(6))
        let shares = regions.map(equations.poolingShares)
        var logs: [[Double]] = []
        var weights: [Double] = []
        for choice in 0..<64 {
            let places = [choice & 3, choice >> 2 & 3, choice >> 4]
            let pooled = places.enumerated().map { regions[$0][$1] }
            logs.append(w.transposedTimes(pooled).logSoftmax)
            // A place is drawn with probability proportional to its activation.
            weights.append(places.enumerated().reduce(1) { $0 * regions[$1.0][$1.1] / regions[$1.0].reduce(0, +) })
        }
        let ensemble = equations.ensemble(logs, weights)
        let means = w.transposedTimes(zip(regions, shares).map { $0.dot($1) }).softmax
        let greatest = w.transposedTimes(regions.map { $0.max() ?? 0 }).softmax
        return (ensemble.distance(to: greatest), ensemble.distance(to: means))
    }
}

/// What dropout costs in numbers drawn, kept and multiplied, per example.
public struct CostMeasurements: Codable, Sendable {
    public let widths: [Int]
    /// Numbers drawn and kept by two layers of dropout.
    public var masks: [Double]
    /// Multiplications of weights, forward and backward.
    public let multiplications: [Double]
    /// Multiplications that prediction with dropout layers needs beyond those without.
    public var extraInPrediction: Int

    static func measure() throws -> CostMeasurements {
        let widths = [50, 100, 200, 400, 800]
        let networks = try widths.map { width in
            try Network(input: .vector(width)) {
                Dropout(keep: 0.5)
                Dense(units: width, activation: .rectifier)
                Dropout(keep: 0.5)
                Dense(units: 10)
            }
        }
        let plain = try widths.map { width in
            try Network(input: .vector(width)) {
                Dense(units: width, activation: .rectifier)
                Dense(units: 10)
            }
        }
        func weights(_ network: Network) -> Int {
            network.blocks.filter { $0.role == .weights }.reduce(0) { $0 + $1.count }
        }
        return CostMeasurements(
            widths: widths,
            masks: networks.map { network in
                network.layers.indices.filter { network.layers[$0] is Dropout }.reduce(0.0) {
                    $0 + Double(network.layers[$1].memoryPerExample(for: network.shapes[$1]))
                }
            }, multiplications: networks.map { 3 * Double(weights($0)) },
            extraInPrediction: zip(networks, plain).map { weights($0) - weights($1) }.reduce(0, +))
    }
}
