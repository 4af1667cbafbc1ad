/// A number at each point of a rectangular grid.
public struct ScalarField: Hashable, Sendable {
    /// Grid coordinates, rising.
    public let xs: [Double]
    public let ys: [Double]
    /// One number a point, row by row: the value at (xs[c], ys[r]) stands at r · xs.count + c. NaN where there is none.
    public let values: [Double]

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
    /// - Precondition: at least two columns and rows, and ranges of more than one finite number.
    public init(
        x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 201, rows: Int = 201,
        _ function: (Double, Double) throws -> Double
    ) rethrows {
        precondition(columns > 1 && rows > 1, "a field needs two columns and rows")
        precondition(x.lowerBound < x.upperBound && y.lowerBound < y.upperBound, "a field needs a range with an inside")
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

    /// The lowest and the highest finite value; nil when there is none.
    public var range: ClosedRange<Double>? {
        var (low, high) = (Double.infinity, -Double.infinity)
        for value in values where value.isFinite {
            low = min(low, value)
            high = max(high, value)
        }
        return low <= high ? low...high : nil
    }
}
