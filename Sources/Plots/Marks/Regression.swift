/// The line of least squares through points, with the interval that holds the mean of y at a confidence.
public struct Regression: Mark {
    public var style = MarkStyle()
    private let xs, ys: [Double]
    private let confidence: Double
    private let fit: Fit?
    private var isTime = false

    private struct Fit {
        let slope, intercept, meanX, squares: Double
        /// The deviation of the residuals times Student's quantile; NaN with fewer than three points.
        let reach: Double
        let count: Double

        init?(_ xs: [Double], _ ys: [Double], _ confidence: Double) {
            let points = zip(xs, ys).filter { $0.isFinite && $1.isFinite }
            let count = Double(points.count)
            let meanX = points.reduce(0) { $0 + $1.0 } / count
            let meanY = points.reduce(0) { $0 + $1.1 } / count
            squares = points.reduce(0) { $0 + ($1.0 - meanX) * ($1.0 - meanX) }
            guard points.count > 1, squares > 0, squares.isFinite else { return nil }
            slope = points.reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) } / squares
            intercept = meanY - slope * meanX
            self.meanX = meanX
            self.count = count
            let (slope, intercept) = (slope, intercept)
            let residuals = points.reduce(0.0) { sum, point in
                let rest = point.1 - intercept - slope * point.0
                return sum + rest * rest
            }
            reach =
                points.count > 2
                ? (residuals / (count - 2)).squareRoot() * StudentT(degrees: count - 2).quantile(0.5 + confidence / 2)
                : .nan
        }

        func value(_ x: Double) -> Double { intercept + slope * x }

        func half(_ x: Double) -> Double { reach * (1 / count + (x - meanX) * (x - meanX) / squares).squareRoot() }
    }

    /// - Parameters:
    ///   - x: the places.
    ///   - y: the numbers there; pairs that are not finite don't count.
    ///   - confidence: of the interval, between 0 and 1.
    public init(x: some Sequence<Double>, y: some Sequence<Double>, confidence: Double = 0.95) {
        (xs, ys) = (Array(x), Array(y))
        self.confidence = confidence
        fit = (0..<1).contains(confidence) ? Fit(xs, ys, confidence) : nil
    }

    /// As above, over numbers of any kind or moments; its slope is that of a second.
    @_disfavoredOverload
    public init<X: Plottable>(x: some Sequence<X>, y: some Sequence<some Plottable>, confidence: Double = 0.95) {
        self.init(x: x.map(\.plotNumber), y: y.map(\.plotNumber), confidence: confidence)
        isTime = X.isTime
    }

    /// The line of least squares through two columns of a table.
    public init<Row, X: Plottable>(
        _ rows: some Sequence<Row>, x: KeyPath<Row, X>, y: KeyPath<Row, some Plottable>, confidence: Double = 0.95
    ) {
        let rows = Array(rows)
        self.init(
            x: rows.map { $0[keyPath: x] }, y: rows.map { $0[keyPath: y].plotNumber }, confidence: confidence)
    }

    /// Places over all points, even along an axis of a scale.
    private func places(on scale: AxisScale = .linear) -> [Double] {
        let finite = xs.filter { scale.even($0).isFinite }
        guard let low = finite.min().map(scale.even), let high = finite.max().map(scale.even) else { return [] }
        return (0...60).map { scale.value(even: low + (high - low) * Double($0) / 60) }
    }

    public var kind: String { "line" }
    public var labelPlace: LabelPlace { .lineEnd }

    public func check() throws {
        guard xs.count == ys.count else {
            throw PlotError.countMismatch(mark: "regression", what: "y", expected: xs.count, found: ys.count)
        }
        guard (0..<1).contains(confidence) else {
            throw PlotError.badNumber(what: "a quantile or confidence", value: confidence)
        }
    }

    public func extent(x xScale: AxisScale, y yScale: AxisScale) -> DataExtent {
        var extent = DataExtent()
        extent.xIsTime = isTime
        guard let fit else { return extent }
        for x in places(on: xScale) {
            extent.include(x: x)
            for y in [fit.value(x), fit.value(x) - fit.half(x), fit.value(x) + fit.half(x)] { extent.include(y: y) }
        }
        return extent
    }

    public func draw(on canvas: inout MarkCanvas) throws {
        guard let fit else { return }
        let places = places(on: canvas.x.scale)
        var band = Band(
            x: places, low: places.map { fit.value($0) - fit.half($0) },
            high: places.map { fit.value($0) + fit.half($0) })
        band.style = style
        band.style.label = nil
        try band.draw(on: &canvas)
        var line = Line(x: places, y: places.map(fit.value))
        line.style = style
        line.style.marker = nil
        try line.draw(on: &canvas)
    }

    public var numbers: NumberTable {
        let places = fit == nil ? [] : places()
        return NumberTable(
            mark: "regression",
            columns: [
                Coordinates(places, isTime: isTime).column("x"), .init("y", places.map { fit?.value($0) ?? .nan }),
                .init("low", places.map { x in fit.map { $0.value(x) - $0.half(x) } ?? .nan }),
                .init("high", places.map { x in fit.map { $0.value(x) + $0.half(x) } ?? .nan }),
            ])
    }

    public func summary(x: Axis, y: Axis) -> String {
        guard let fit else { return "a regression without enough points" }
        return
            "a regression line with slope \(NumberFormat.plain(fit.slope)) and intercept \(NumberFormat.plain(fit.intercept)) and its \(NumberFormat.plain(100 * confidence)) % interval"
    }
}
