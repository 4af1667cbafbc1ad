import Foundation

extension [Double] {
    /// log₂ of the ratio of two entries: the power, where the argument doubles from one to the other.
    func power(_ small: Int, _ large: Int) -> Double { log2(self[large] / self[small]) }
}
