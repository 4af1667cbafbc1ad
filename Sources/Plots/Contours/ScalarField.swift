/// A number at each point of a rectangular grid.
public struct ScalarField: Hashable, Sendable {
    /// Grid coordinates, rising.
    public let xs: [Double]
    public let ys: [Double]
    /// One number a point, row by row: the value at (xs[c], ys[r]) stands at r · xs.count + c. NaN where there is none.
    public let values: [Double]
    /// Why the field couldn't be sampled.
    private var fault: PlotError?

    /// - Throws: `PlotError.badShape` when the values don't fill the grid, `.unsortedGrid` when coordinates don't rise.
    public init(xs: [Double], ys: [Double], values: [Double]) throws {
        guard values.count == xs.count * ys.count else {
            throw PlotError.badShape(mark: "field", columns: xs.count, rows: ys.count, values: values.count)
        }
        for axis in [xs, ys] {
            for index in axis.indices where !axis[index].isFinite || (index > 0 && axis[index] <= axis[index - 1]) {
                throw PlotError.unsortedGrid(mark: "field", index: index)
            }
        }
        self.xs = xs
        self.ys = ys
        self.values = values
    }

    /// A function sampled on an even grid.
    ///
    /// With fewer than two columns or rows, or a range without an inside, the field is empty, and a mark of it throws
    /// `PlotError.badShape` or `.badDomain` when it is drawn.
    public init(
        x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 201, rows: Int = 201,
        _ function: (Double, Double) throws -> Double
    ) rethrows {
        if let fault = Self.fault(x, y, columns, rows) {
            (xs, ys, values) = ([], [], [])
            self.fault = fault
            return
        }
        func grid(_ range: ClosedRange<Double>, _ count: Int) -> [Double] {
            let span = range.upperBound - range.lowerBound
            return (0..<count).map { range.lowerBound + span * Double($0) / Double(count - 1) }
        }
        xs = grid(x, columns)
        ys = grid(y, rows)
        var values: [Double] = []
        values.reserveCapacity(columns * rows)
        for y in ys { for x in xs { values.append(try function(x, y)) } }
        self.values = values
    }

    private static func fault(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ columns: Int, _ rows: Int)
        -> PlotError?
    {
        for (axis, range) in [("x", x), ("y", y)] {
            let span = range.upperBound - range.lowerBound
            // Coordinates of a smaller span would be alike, those of a larger one overflow.
            guard span > max(1e-300, 1e-11 * max(abs(range.lowerBound), abs(range.upperBound))), span < 1e300 else {
                return .badDomain(axis: axis, lower: range.lowerBound, upper: range.upperBound)
            }
        }
        return columns > 1 && rows > 1 ? nil : .badShape(mark: "field", columns: columns, rows: rows, values: 0)
    }

    /// - Throws: what kept the field from being sampled.
    func check() throws {
        if let fault { throw fault }
    }

    /// The lowest and the highest finite value; nil when there is none.
    public var range: ClosedRange<Double>? {
        var (low, high) = (Double.infinity, -Double.infinity)
        for value in values where value.isFinite {
            low = min(low, value)
            high = max(high, value)
        }
        return low <= high ? low...high : nil
    }

    /// Where the lowest finite value stands, the first of several; nil when there is none.
    var lowestPlace: XY? {
        var lowest = Double.infinity
        var place: Int?
        values.withUnsafeBufferPointer { values in
            for index in values.indices where values[index] < lowest && values[index].isFinite {
                (lowest, place) = (values[index], index)
            }
        }
        return place.map { XY(xs[$0 % xs.count], ys[$0 / xs.count]) }
    }
}
