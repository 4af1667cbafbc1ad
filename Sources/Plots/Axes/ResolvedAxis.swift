/// An axis whose domain is settled.
struct ResolvedAxis: Hashable, Sendable {
    private(set) var axis: Axis
    let scale: AxisScale
    /// In data units, `lower` < `upper`.
    let lower: Double
    let upper: Double

    /// Settles the domain: the axis' own, or that of the data with a margin.
    ///
    /// - Throws: `PlotError.badDomain`, `.logOfNonPositive`, `.badCategories` or `.unknownCategory`.
    init(
        _ axis: Axis, span: DataExtent.Span, categories: [String], isTime: Bool = false, isTight: Bool
    ) throws {
        self.axis = axis
        let name = axis.label
        if let fault = axis.fault { throw fault }
        var scale = axis.scale
        if case .linear = scale, !categories.isEmpty { scale = .categorical(categories) }
        if case .linear = scale, isTime { scale = .time(.gmt) }
        self.scale = scale
        if case .categorical(let names) = scale {
            let known = Set(names)
            guard !names.isEmpty, known.count == names.count, Set(categories).count == categories.count else {
                throw PlotError.badCategories(axis: name)
            }
            if let stranger = categories.first(where: { !known.contains($0) }) {
                throw PlotError.unknownCategory(stranger, axis: name)
            }
            let domain = axis.domain ?? -0.5...(Double(names.count) - 0.5)
            try ResolvedAxis.check(domain, name)
            (lower, upper) = (domain.lowerBound, domain.upperBound)
            return
        }
        // Names have a place among names only.
        if let stranger = categories.first { throw PlotError.unknownCategory(stranger, axis: name) }
        if case .symmetricLog(let linear) = scale, !(linear > 0 && linear.isFinite) {
            throw PlotError.badNumber(what: "the linear part of axis '\(name)'", value: linear)
        }
        if let domain = axis.domain {
            try ResolvedAxis.check(domain, name)
            if scale == .log, domain.lowerBound <= 0 {
                throw PlotError.logOfNonPositive(axis: name, value: domain.lowerBound)
            }
            (lower, upper) = (domain.lowerBound, domain.upperBound)
            return
        }
        var span = span
        for value in axis.including { span.include(value) }
        (lower, upper) = ResolvedAxis.domain(of: span, scale: scale, isTight: isTight)
    }

    /// No axis goes farther than this: data end at 1e250, and a margin follows.
    private static let farthest = 1.1e250

    /// Whether an axis can have these numbers.
    static func reaches(_ range: ClosedRange<Double>) -> Bool {
        max(abs(range.lowerBound), abs(range.upperBound)) <= farthest
    }

    /// Throws `PlotError.badDomain` unless the bounds differ, also after rounding, and are finite.
    private static func check(_ domain: ClosedRange<Double>, _ name: String) throws {
        let (lower, upper) = (domain.lowerBound, domain.upperBound)
        guard reaches(domain), upper - lower > max(1e-250, 1e-11 * max(abs(lower), abs(upper)))
        else { throw PlotError.badDomain(axis: name, lower: lower, upper: upper) }
    }

    /// The domain that shows `span`, with a margin of 4 % unless it is tight. Without data: 0 to 1, or 1 to 10.
    private static func domain(of span: DataExtent.Span, scale: AxisScale, isTight: Bool) -> (Double, Double) {
        var low = scale == .log ? span.lowestPositive : span.lower
        var high = span.upper
        guard low.isFinite, high.isFinite, low <= high else { return scale == .log ? (1, 10) : (0, 1) }
        // Beyond these the axis' arithmetic would overflow.
        low = max(scale == .log ? 1e-250 : -1e250, min(1e250, low))
        high = max(scale == .log ? 1e-250 : -1e250, min(1e250, high))
        // Numbers that differ only by rounding are drawn as equal.
        if high - low <= max(1e-250, 1e-11 * max(abs(low), abs(high))) {
            if scale == .log { return (low / 2, low * 2) }
            let reach = abs(low) < 1e-250 ? 0.5 : abs(low) * 0.1
            return (low - reach, high + reach)
        }
        if isTight { return (low, high) }
        let (start, end) = (scale.even(low), scale.even(high))
        let margin = (end - start) * 0.04
        var lower = max(-farthest, scale.value(even: start - margin))
        var upper = min(farthest, scale.value(even: end + margin))
        // A margin doesn't carry positive data below zero.
        if low >= 0 && lower < 0 { lower = 0 }
        if high <= 0 && upper > 0 { upper = 0 }
        return lower < upper ? (lower, upper) : (low, high)
    }

    /// The axis with its numbers as short as they can be.
    var withoutFormat: ResolvedAxis {
        var copy = self
        copy.axis.format = .automatic
        return copy
    }

    /// The number, or the bound towards it where it is infinite or one that a logarithmic axis has no place for: what reaches
    /// to it is cut at the border.
    func cut(_ value: Double) -> Double {
        if value == .infinity { return upper }
        return value == -.infinity || scale == .log && value <= 0 ? lower : value
    }

    /// The share of the way from `lower` (0) to `upper` (1) along the axis; NaN for a value without a place.
    func share(of value: Double) -> Double {
        let start = scale.even(lower)
        return (scale.even(value) - start) / (scale.even(upper) - start)
    }
}
