import Foundation

/// Coded as its shape and the base64 of its entries as little-endian doubles: every bit comes back, NaN too.
extension Matrix: Codable {
    private enum CodingKeys: String, CodingKey { case rows, columns, elements }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let rows = try container.decode(Int.self, forKey: .rows)
        let columns = try container.decode(Int.self, forKey: .columns)
        let text = try container.decode(String.self, forKey: .elements)
        let size = rows.multipliedReportingOverflow(by: columns)
        // A side may be no longer than what OpenBLAS can count, though the other be 0.
        let sides = 0...Int(Int32.max)
        guard sides.contains(rows) && sides.contains(columns) && !size.overflow, let data = Data(base64Encoded: text),
            data.count % 8 == 0, data.count / 8 == size.partialValue
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .elements, in: container,
                debugDescription: "not the base64 of \(rows)×\(columns) doubles")
        }
        self.init(
            rows: rows, columns: columns,
            elements: data.withUnsafeBytes { bytes in
                (0..<size.partialValue).map {
                    Double(
                        bitPattern: UInt64(
                            littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)))
                }
            })
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rows, forKey: .rows)
        try container.encode(columns, forKey: .columns)
        let words = elements.map { $0.bitPattern.littleEndian }
        try container.encode(words.withUnsafeBytes { Data($0).base64EncodedString() }, forKey: .elements)
    }
}
