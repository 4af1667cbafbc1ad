import Foundation

extension [Double] {
    /// log₂ of the ratio of two entries: the power, where the argument doubles from one to the other.
    func power(_ small: Int, _ large: Int) -> Double { log2(self[large] / self[small]) }
}

extension Double {
    /// The greater of two errors; not a number if one of them isn't, so that no failure is hidden.
    static func worse(_ a: Double, _ b: Double) -> Double { a.isNaN || b.isNaN ? .nan : max(a, b) }
}
