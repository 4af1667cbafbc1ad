import LinearAlgebra

extension [Double] {
    func distance(to other: [Double]) -> Double { subtracting(other).norm }
}
