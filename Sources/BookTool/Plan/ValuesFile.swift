import Build
import Foundation
import Notebook

/// `values.json`: every value that prose may quote, by section and name.
enum ValuesFile {
    static let name = "values.json"

    /// The values of `records`.
    static func write(_ records: [SectionRecord], to staging: Staging) throws {
        let values = Dictionary(
            records.map { ($0.section.info.slug, $0.page.values) }, uniquingKeysWith: { first, _ in first })
        try staging.write(json(values), to: name)
    }

    /// JSON with sorted keys, so that equal values are equal bytes; numbers that it does not know are spelled out.
    static func json(_ values: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        return try encoder.encode(values)
    }
}

extension Quantity: Encodable {
    private enum Field: CodingKey { case mean, halfWidth, n }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .number(let number): try number.encode(to: encoder)
        case .count(let count): try count.encode(to: encoder)
        case .text(let text): try text.encode(to: encoder)
        case .estimate(let mean, let halfWidth, let n):
            var fields = encoder.container(keyedBy: Field.self)
            try fields.encode(mean, forKey: .mean)
            try fields.encode(halfWidth, forKey: .halfWidth)
            try fields.encode(n, forKey: .n)
        }
    }
}
