import ClassicalModels
import Foundation
import LinearAlgebra

/// Dictionaries and a code of the first training set.
public struct CodingPicture: Codable, Sendable {
    /// The most used atoms at each α.
    public let dictionaries: [[Picture]]
    /// An image, what its code at the middle α makes of it, and the atoms used with their weights.
    public let image: Picture
    public let reconstruction: Picture
    public let parts: [Picture]
    public let weights: [Double]
    /// Bin borders, zero in the middle of a bin, and the share of code entries in each bin: L¹, Student-t and squared penalty
    /// at equal residual.
    public let bins: [Double]
    public let shares: [[Double]]
}

extension CodingPicture {
    private static let shown = 24

    init(
        _ all: [Matrix], penalty: Double, test: Matrix, side: Int, matched: [Matrix]
    ) throws {
        dictionaries = try all.map { dictionary in
            let codes = try SparseCoding(dictionary: dictionary).codes(for: test, penalty: penalty, steps: 100)
            let usage = codes.gram.diagonal
            let order = usage.indices.sorted { usage[$0] > usage[$1] }
            return order.prefix(CodingPicture.shown).map { Picture(dictionary.column($0), columns: side) }
        }
        let dictionary = all[all.count / 2]
        let code = try SparseCoding(dictionary: dictionary).codes(
            for: test.selectingRows([0]), penalty: penalty, steps: 200)
        let order = code.elements.indices.sorted { abs(code.elements[$0]) > abs(code.elements[$1]) }
        let used = order.prefix(9).filter { code.elements[$0] != 0 }
        image = Picture(test.row(0), columns: side)
        reconstruction = Picture(code.timesTransposed(dictionary).row(0), columns: side)
        parts = used.map { Picture(dictionary.column($0), columns: side) }
        weights = used.map { code.elements[$0] }
        let width = 0.2
        let numbers = -10...10
        bins = (numbers.map { Double($0) - 0.5 } + [10.5]).map { $0 * width }
        shares = matched.map { codes in
            numbers.map { number in
                let count = codes.elements.count { ($0 / width).rounded() == Double(number) }
                return Double(count) / Double(codes.elements.count)
            }
        }
    }
}
