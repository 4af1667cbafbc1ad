import Learning

/// Park and Miller's generator with multiplier 48271, mapped to (−1, 1): the same numbers as in Fixtures/reference.py.
struct ReferenceNumbers {
    private var state: Int

    init(seed: Int) { state = seed }

    mutating func vector(_ count: Int) -> [Double] {
        (0..<count).map { _ in
            state = state * 48271 % 2_147_483_647
            return Double(state) / 2_147_483_647 * 2 - 1
        }
    }

    mutating func matrix(_ rows: Int, _ columns: Int) -> Matrix {
        Matrix(rows: rows, columns: columns, elements: vector(rows * columns))
    }
}
