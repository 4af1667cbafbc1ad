/// Numbers along one axis, with how far they reach: long columns are looked through once.
struct Coordinates: Sendable {
    let numbers: [Double]
    let span: DataExtent.Span
    /// Whether the numbers are moments.
    let isTime: Bool

    init(_ numbers: [Double], isTime: Bool = false) {
        self.numbers = numbers
        self.isTime = isTime
        span = DataExtent.Span(numbers)
    }

    init<Value: Plottable>(_ values: some Sequence<Value>) {
        self.init((values as? [Double]) ?? values.map(\.plotNumber), isTime: Value.isTime)
    }

    /// A column of a table: moments as words.
    func column(_ name: String) -> NumberTable.Column {
        isTime ? NumberTable.Column(name, names: numbers.map(TimeTicks.text)) : NumberTable.Column(name, numbers)
    }
}

extension DataExtent {
    /// The reach of points.
    init(x: Coordinates, y: Coordinates) {
        self.x = x.span
        self.y = y.span
        xIsTime = x.isTime
        yIsTime = y.isTime
    }
}

extension DataExtent.Span {
    /// The reach of many numbers.
    init(_ numbers: [Double]) {
        numbers.withUnsafeBufferPointer { numbers in
            var (low, high) = (Double.infinity, -Double.infinity)
            var positive = Double.infinity
            for value in numbers where value.magnitude < .infinity {
                low = value < low ? value : low
                high = value > high ? value : high
                if value > 0, value < positive { positive = value }
            }
            (lower, upper, lowestPositive) = (low, high, positive)
        }
    }
}
