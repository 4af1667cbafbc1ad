import LinearAlgebra
import LinearModels
import Networks

/// Cases of the published toy: F₁ = σ(A + B) is to be learned, F₂ = σ(A − B) may help; A and B are uniform in ±5 and
/// reach the network as binary codes of ten digits each.
struct ToyCases {
    static let digits = 10
    /// Case by case, twice `digits` zeros and ones.
    private(set) var codes: [[Double]] = []
    private(set) var main: [Double] = []
    private(set) var extra: [Double] = []

    init(_ count: Int, from stream: inout RandomStream) {
        let levels = 1 << ToyCases.digits
        for _ in 0..<count {
            let a = stream.index(below: levels)
            let b = stream.index(below: levels)
            codes.append([a, b].flatMap { number in (0..<ToyCases.digits).map { Double(number >> $0 & 1) } })
            let scaled = [a, b].map { 10 * Double($0) / Double(levels - 1) - 5 }
            main.append(logistic(scaled[0] + scaled[1]))
            extra.append(logistic(scaled[0] - scaled[1]))
        }
    }

    /// The cases as `arm` shows them to a network; `order` says whose second target each case gets when it is shuffled.
    func examples(_ arm: ToyArm, order: [Int]) -> Examples<Float> {
        let inputs = codes.indices.flatMap { arm == .extraInput ? codes[$0] + [extra[$0]] : codes[$0] }
        let targets = codes.indices.flatMap { index in
            switch arm {
            case .single, .extraInput: [main[index]]
            case .extraOutput: [main[index], extra[index]]
            case .shuffled: [main[index], extra[order[index]]]
            }
        }
        return Examples(
            shape: .vector(arm.inputs), inputs: inputs.map { Float($0) },
            targets: .values(targets.map { Float($0) }, columns: arm.outputs))
    }
}

/// A way of using the second target.
enum ToyArm: String, Codable, CaseIterable, Sendable {
    case single, extraInput, extraOutput, shuffled

    var inputs: Int { 2 * ToyCases.digits + (self == .extraInput ? 1 : 0) }
    var outputs: Int { self == .extraOutput || self == .shuffled ? 2 : 1 }
}
