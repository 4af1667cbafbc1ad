/// A matrix of doubles, stored row by row.
///
/// A shape that does not fit is a programmer's mistake here and stops the program;
/// models check the shapes of the data they are given and throw.
public struct Matrix: Sendable, Hashable {
    public let rows: Int
    public let columns: Int
    /// The entries, row by row: entry (i, j) is `elements[i * columns + j]`.
    public private(set) var elements: [Double]

    /// A matrix of `rows` × `columns` entries given row by row.
    public init(rows: Int, columns: Int, elements: [Double]) {
        precondition(
            rows >= 0 && columns >= 0 && elements.count == rows * columns,
            "\(elements.count) elements for \(rows)×\(columns)")
        self.rows = rows
        self.columns = columns
        self.elements = elements
    }

    /// A matrix with `value` everywhere.
    public init(rows: Int, columns: Int, repeating value: Double = 0) {
        self.init(rows: rows, columns: columns, elements: Array(repeating: value, count: rows * columns))
    }

    /// A matrix from its rows, all of the same length: `Matrix([[1, 2], [3, 4]])`.
    public init(_ rows: [[Double]]) {
        let columns = rows.first?.count ?? 0
        precondition(rows.allSatisfy { $0.count == columns }, "rows of different lengths")
        self.init(rows: rows.count, columns: columns, elements: Array(rows.joined()))
    }

    /// A matrix whose entry (i, j) is `entry(i, j)`; entries are asked for row by row.
    public init(rows: Int, columns: Int, entry: (Int, Int) throws -> Double) rethrows {
        var elements: [Double] = []
        elements.reserveCapacity(rows * columns)
        for i in 0..<rows {
            for j in 0..<columns { elements.append(try entry(i, j)) }
        }
        self.init(rows: rows, columns: columns, elements: elements)
    }

    /// The square matrix with ones on the diagonal.
    public static func identity(_ size: Int) -> Matrix { diagonal(Array(repeating: 1, count: size)) }

    /// The square matrix with `values` on the diagonal and zeros elsewhere.
    public static func diagonal(_ values: [Double]) -> Matrix {
        var matrix = Matrix(rows: values.count, columns: values.count)
        for (i, value) in values.enumerated() { matrix[i, i] = value }
        return matrix
    }

    public subscript(row: Int, column: Int) -> Double {
        get {
            precondition(row >= 0 && row < rows && column >= 0 && column < columns, "no entry (\(row), \(column))")
            return elements[row * columns + column]
        }
        set {
            precondition(row >= 0 && row < rows && column >= 0 && column < columns, "no entry (\(row), \(column))")
            elements[row * columns + column] = newValue
        }
    }

    public func row(_ i: Int) -> [Double] { Array(elements[i * columns..<(i + 1) * columns]) }

    public func column(_ j: Int) -> [Double] { (0..<rows).map { self[$0, j] } }

    /// Replaces row `i`.
    package mutating func setRow(_ i: Int, to values: [Double]) {
        precondition(values.count == columns, "\(values.count) values for rows of \(columns)")
        elements.replaceSubrange(i * columns..<(i + 1) * columns, with: values)
    }

    /// The entries (i, i).
    public var diagonal: [Double] { (0..<min(rows, columns)).map { self[$0, $0] } }

    /// The rows at `indices`, in that order; an index may occur several times.
    public func selectingRows(_ indices: some Sequence<Int>) -> Matrix {
        var chosen: [Double] = []
        var count = 0
        for index in indices {
            chosen += elements[index * columns..<(index + 1) * columns]
            count += 1
        }
        return Matrix(rows: count, columns: columns, elements: chosen)
    }

    /// The columns at `indices`, in that order.
    public func selectingColumns(_ indices: [Int]) -> Matrix {
        Matrix(rows: rows, columns: indices.count) { self[$0, indices[$1]] }
    }

    public var transposed: Matrix {
        let elements = [Double](unsafeUninitializedCapacity: rows * columns) { target, count in
            self.elements.withUnsafeBufferPointer { source in
                // Blocks of 32 × 32 keep both sides in the first-level cache.
                for top in stride(from: 0, to: rows, by: 32) {
                    for left in stride(from: 0, to: columns, by: 32) {
                        for i in top..<min(top + 32, rows) {
                            for j in left..<min(left + 32, columns) {
                                target[j * rows + i] = source[i * columns + j]
                            }
                        }
                    }
                }
            }
            count = rows * columns
        }
        return Matrix(rows: columns, columns: rows, elements: elements)
    }

    /// Direct access to the entries for code that was measured to need it.
    public mutating func withUnsafeMutableElements<Result>(
        _ body: (UnsafeMutableBufferPointer<Double>) throws -> Result
    ) rethrows -> Result {
        try elements.withUnsafeMutableBufferPointer { try body($0) }
    }
}
