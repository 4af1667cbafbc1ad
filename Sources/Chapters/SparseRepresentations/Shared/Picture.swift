import Foundation
import LinearAlgebra

/// A picture's numbers, kept to hundredths of the largest.
public struct Picture: Sendable, Equatable {
    public let columns: Int
    /// Row by row from the top, −100…100.
    public let hundredths: [Int]
    /// What 100 stands for.
    public let scale: Double

    init(_ values: [Double], columns: Int) {
        let scale = max(values.largestMagnitude, 1e-12)
        self.columns = columns
        self.scale = scale
        hundredths = values.map { Int((100 * $0 / scale).rounded()) }
    }

    /// The numbers over the largest.
    var values: [Double] { hundredths.map { Double($0) / 100 } }
}

extension Picture: Codable {
    private enum CodingKeys: CodingKey { case columns, scale, hundredths }

    /// - Throws: `DecodingError` when the numbers are no base64 or don't fill the rows.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        columns = try container.decode(Int.self, forKey: .columns)
        scale = try container.decode(Double.self, forKey: .scale)
        hundredths = try container.decode(Data.self, forKey: .hundredths).map { Int(Int8(bitPattern: $0)) }
        guard columns > 0, hundredths.count % columns == 0 else {
            throw DecodingError.dataCorruptedError(
                forKey: .hundredths, in: container,
                debugDescription: "\(hundredths.count) numbers don't fill rows of \(columns)")
        }
    }

    /// One byte a number, as base64.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(columns, forKey: .columns)
        try container.encode(scale, forKey: .scale)
        try container.encode(Data(hundredths.map { UInt8(bitPattern: Int8(clamping: $0)) }), forKey: .hundredths)
    }
}
