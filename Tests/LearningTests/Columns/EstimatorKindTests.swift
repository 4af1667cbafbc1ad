import Learning
import Testing

/// Every public estimator on tables of every kind: a table that can't be answered is an error of the module, all else gives
/// numbers, and never a trap or a silent NaN.
@Suite struct EstimatorKindTests {
    struct Kind: Sendable, CustomStringConvertible {
        let name: String
        let table: Matrix
        /// What the estimator is asked about.
        let new: Matrix
        /// Whether no estimator may answer.
        let isAlwaysAnError: Bool

        init(_ name: String, _ table: Matrix, new: Matrix? = nil, isAlwaysAnError: Bool = false) {
            self.name = name
            self.table = table
            self.new = new ?? table
            self.isAlwaysAnError = isAlwaysAnError
        }

        var description: String { name }
    }

    private static let plain: Matrix = {
        var numbers = ReferenceNumbers(seed: 11)
        return numbers.matrix(20, 3)
    }()

    private static func changed(_ change: (Double, Int) -> Double) -> Matrix {
        Matrix(rows: plain.rows, columns: 3) { change(plain[$0, $1], $1) }
    }

    private static func holding(_ value: Double) -> Matrix {
        var table = plain
        table[3, 1] = value
        return table
    }

    static let kinds = [
        Kind("plain", plain),
        Kind("empty", Matrix(rows: 0, columns: 3), new: plain, isAlwaysAnError: true),
        Kind("no columns", Matrix(rows: 20, columns: 0), isAlwaysAnError: true),
        Kind("one row", plain.selectingRows([0])),
        Kind("two rows", plain.selectingRows([0, 1])),
        Kind("one column", plain.selectingColumns([0])),
        Kind("fewer rows than columns", Matrix(rows: 5, columns: 9) { plain[$0 + $1, ($0 * $1) % 3] }),
        Kind("constant column", changed { $1 == 1 ? 0.1 : $0 }),
        Kind("all columns constant", changed { _, _ in 0.1 }),
        Kind("duplicate column", Matrix(rows: 20, columns: 3) { plain[$0, $1 % 2] }),
        Kind("duplicate rows", Matrix(rows: 20, columns: 3) { plain[$0 % 2, $1] }),
        Kind("NaN", holding(.nan), isAlwaysAnError: true),
        Kind("infinite", holding(.infinity), isAlwaysAnError: true),
        Kind("huge column", changed { $1 == 1 ? 1e9 * $0 : $0 }),
        Kind("tiny column", changed { $1 == 1 ? 1e-9 * $0 : $0 }),
        Kind("far column", changed { $1 == 1 ? 1.7e12 + 1000 * $0 : $0 }),
        Kind("hugest column", changed { $1 == 1 ? 1e200 * $0 : $0 }),
        Kind("tiniest column", changed { $1 == 1 ? 1e-200 * $0 : $0 }),
        Kind("at the end of the numbers", changed { $1 == 1 ? 1.7e308 * $0 : $0 }),
        Kind("below normal numbers", changed { $1 == 1 ? 1e-300 * (1e-10 * $0) : $0 }),
    ]

    @Test(arguments: Estimator.all, kinds)
    func answersOrSaysWhyNot(_ estimator: Estimator, _ kind: Kind) throws {
        do {
            let answers = try estimator.answers(kind.table, kind.new)
            #expect(!answers.isEmpty && answers.allSatisfy(\.isFinite), "\(answers)")
            #expect(!kind.isAlwaysAnError || estimator.name == "LinearGaussian" && kind.name == "empty")
        } catch let error as LearningError {
            #expect(!error.description.isEmpty)
            #expect(kind.name != "plain" || estimator.name.contains("without"), "\(error)")
        }
    }

    @Test(arguments: Estimator.all, [2, 4, 0])
    func otherWidthsAreErrorsWithBothNumbers(_ estimator: Estimator, columns: Int) {
        // These answer about what they were fitted to.
        guard !["RidgePath.effectiveParameters", "SquaredLoss", "leastSquares"].contains(estimator.name),
            !estimator.name.contains("without")
        else { return }
        #expect {
            try estimator.answers(Self.plain, Matrix(rows: 2, columns: columns, repeating: 1))
        } throws: { error in
            guard case LearningError.sizesDisagree(_, let found, _, let needed) = error else { return false }
            return found == columns && needed == 3
        }
    }

    @Test(arguments: Estimator.all, [Double.nan, .infinity, -.infinity])
    func whatIsNotFiniteIsNeverAnswered(_ estimator: Estimator, value: Double) {
        guard !["RidgePath.effectiveParameters", "SquaredLoss", "leastSquares"].contains(estimator.name),
            !estimator.name.contains("without")
        else { return }
        #expect {
            try estimator.answers(Self.plain, Matrix([[0, 1, value]]))
        } throws: { error in
            guard case LearningError.notFinite(_, 2, _) = error else { return false }
            return true
        }
    }
}
