import Foundation
import Learning

/// The problems of Fixtures/columns.py, and what scikit-learn says to them.
struct ColumnFixtures: Decodable {
    struct Answer: Decodable {
        let weights: [Double]?
        let intercept: Double?
        let predictions: [Double]?
        let probabilities: [Double]?
    }

    struct Metrics: Decodable {
        let auc: Double
        let r2: Double
        let logLoss: Double
        let calibration: Double
    }

    /// Answers by kind of columns and estimator.
    let kinds: [String: [String: Answer]]
    let metrics: Metrics

    static let weights = (0..<60).map { Double(1 + $0 % 4) / 3 }

    static func load() throws -> ColumnFixtures {
        let folder = Bundle.module.bundleURL.appendingPathComponent("Fixtures")
        return try JSONDecoder().decode(
            ColumnFixtures.self, from: Data(contentsOf: folder.appendingPathComponent("columns.json")))
    }

    /// Inputs, targets, labels of two and labels of three classes.
    static func problem(_ kind: String) -> (x: Matrix, y: [Double], two: [Int], three: ClassificationData) {
        var (numbers, noises) = (ReferenceNumbers(seed: 7), ReferenceNumbers(seed: 8))
        let plain = numbers.matrix(60, 3)
        let noise = noises.matrix(60, 3)
        let signal = zip(plain * [2, -1, 0.5], noise.column(0)).map { $0 + $1 }
        let x = columns(kind, plain)
        return (
            x, signal.map { $0 + 3 }, signal.map { $0 > 0 ? 1 : 0 },
            ClassificationData(inputs: x, labels: (plain + noise).rowMaxima, classes: 3)
        )
    }

    private static func columns(_ kind: String, _ x: Matrix) -> Matrix {
        func changed(_ factors: [Double], _ offsets: [Double]) -> Matrix {
            Matrix(rows: x.rows, columns: 3) { x[$0, $1] * factors[$1] + offsets[$1] }
        }
        return switch kind {
        case "huge": changed([1, 0x1p40, 1], [0, 0, 0])
        case "tiny": changed([1, 0x1p-40, 1], [0, 0, 0])
        case "offset": changed([1, 0x1p30, 1], [0, 0x1p40, 100])
        case "units": changed([1, 0.01, 2e4], [5, 0.05, 6e4])
        case "duplicate": Matrix(rows: x.rows, columns: 4) { x[$0, $1 == 3 ? 1 : $1] }
        case "constant": Matrix(rows: x.rows, columns: 4) { $1 == 3 ? 7 : x[$0, $1] }
        default: x
        }
    }
}
