import Foundation

/// Finds the ticks of an axis: round numbers, as many as their labels leave room for, at least two.
struct TickFinder {
    let typesetter: Typesetter
    let size: Double
    let axis: ResolvedAxis
    /// The axis' length in points.
    let length: Double
    let isHorizontal: Bool
    /// How far names may reach away from the axis, in points.
    let room: Double

    func ticks() throws -> AxisTicks {
        guard axis.axis.isVisible else { return AxisTicks() }
        switch axis.axis.ticks {
        case .none: return AxisTicks()
        case .labelled(let ticks):
            return try thinned(ticks.filter { isInside($0.value) })
        case .values(let values):
            let inside = Array(Set(values.filter(isInside))).sorted()
            if case .time(let zone) = axis.scale, texts(of: inside) == nil, isInCalendar {
                let (ticks, note) = TimeTicks(domain: axis.lower...axis.upper, zone: zone).labelled(inside)
                var found = try thinned(ticks)
                found.note = note
                return found
            }
            return try thinned(zip(inside, texts(of: inside) ?? TickNumbers(inside).texts).map { Tick($0, $1) })
        case .automatic, .atMost, .wholeNumbers: break
        }
        switch axis.scale {
        case .categorical(let names):
            let ticks = names.enumerated().map { Tick(Double($0.offset), $0.element) }.filter { isInside($0.value) }
            return try CategoryLabels(finder: self, ticks: ticks).set()
        case .linear: return try linear() ?? pair()
        case .time(let zone): return try time(zone) ?? seconds(try linear() ?? pair())
        case .log: return try logarithmic() ?? linear() ?? pair()
        case .symmetricLog(let linear): return try symmetric(linear) ?? self.linear() ?? pair()
        }
    }

    /// Numbers in the axis' own format; nil where it has none.
    private func texts(of values: [Double]) -> [String]? {
        var zone: TimeZone?
        if case .time(let own) = axis.scale { zone = own }
        return axis.axis.format.texts(of: values, in: zone)
    }

    /// Ticks under their numbers in the axis' own format, or else in that of the scale.
    private func ticks(at values: [Double], _ text: (Double) -> String) -> [Tick] {
        zip(values, texts(of: values) ?? values.map(text)).map { Tick($0, $1) }
    }

    /// From where to where ticks may stand.
    private var lower: Double { axis.axis.tickDomain?.lowerBound ?? axis.lower }
    private var upper: Double { axis.axis.tickDomain?.upperBound ?? axis.upper }

    private func isInside(_ value: Double) -> Bool {
        let share = axis.share(of: value)
        return share >= axis.share(of: lower) - 1e-9 && share <= axis.share(of: upper) + 1e-9
    }

    /// The most ticks that look calm on this length.
    private var most: Int {
        let calm = max(2, min(7, Int(length / (isHorizontal ? 42 : 28)) + 1))
        if case .atMost(let count) = axis.axis.ticks { return max(2, count) }
        return calm
    }

    /// Whether a step leads from one whole number to the next; any does unless the axis asks for such.
    private func isAllowed(_ step: Step) -> Bool {
        guard axis.axis.ticks == .wholeNumbers else { return true }
        return step.exponent > 0 || step.exponent == 0 && step.digits != 2.5
    }

    /// A step of round numbers: its first digits and its power of ten.
    private typealias Step = (digits: Double, exponent: Int)

    /// The multiples of a step that lie on the axis.
    private func multiples(of step: Step) -> ClosedRange<Double>? {
        let size = step.digits * pow(10, Double(step.exponent))
        guard isAllowed(step) else { return nil }
        guard size > max(abs(lower), abs(upper)) * 1e-13 else { return nil }
        // Zero has no place on a logarithmic axis.
        let first = max((lower / size - 1e-9).rounded(.up), axis.scale == .log ? 1 : -.infinity)
        let last = (upper / size + 1e-9).rounded(.down)
        return last > first ? first...last : nil
    }

    /// Labelled multiples of a step; nil where labels are alike or don't fit.
    private func labelled(_ multiples: [Double], _ step: Step, size: Double? = nil) throws -> AxisTicks? {
        var numbers = TickNumbers(multiples, step: step, domain: lower...upper)
        let unit = step.digits * pow(10, Double(step.exponent))
        if let texts = texts(of: multiples.map { $0 * unit }) { (numbers.texts, numbers.note) = (texts, "") }
        guard Set(numbers.texts).count == multiples.count else { return nil }
        let ticks = zip(multiples, numbers.texts).map { Tick($0 * unit, $1) }
        return try set(ticks, size: size).map { AxisTicks(labels: $0, note: numbers.note) }
    }

    /// Multiples of the finest round step that leaves at least two labels room; nil where there is none.
    private func linear() throws -> AxisTicks? {
        let range = upper - lower
        guard range > 1e-300, range.isFinite else { return nil }
        let start = Int(floor(log10(range / Double(most)))) - 1
        for exponent in start..<(start + (axis.axis.ticks == .wholeNumbers ? 12 : 4)) {
            for digits in [1.0, 2, 2.5, 5] {
                guard let multiples = multiples(of: (digits, exponent)) else { continue }
                let count = multiples.upperBound - multiples.lowerBound + 1
                guard count <= Double(most) else { continue }
                let all = (0..<Int(count)).map { multiples.lowerBound + Double($0) }
                if let ticks = try labelled(all, (digits, exponent)) { return ticks }
            }
        }
        return nil
    }

    /// Two round numbers near the ends, in smaller letters where nothing else helps; empty where even those don't fit.
    private func pair() throws -> AxisTicks {
        let range = upper - lower
        guard range > 1e-300, range.isFinite else { return AxisTicks() }
        let start = Int(floor(log10(range)))
        for factor in [1, 0.8, 0.65] {
            for exponent in stride(from: start, through: start - 3, by: -1) {
                for digits in [5, 2.5, 2, 1.0] {
                    guard let multiples = multiples(of: (digits, exponent)) else { continue }
                    let ends = [multiples.lowerBound, multiples.upperBound]
                    if let ticks = try labelled(ends, (digits, exponent), size: factor * size) { return ticks }
                }
            }
        }
        return AxisTicks()
    }

    /// Whether the calendar counts the moments of a time axis: from the year 5 to 9892.
    private var isInCalendar: Bool { lower > -6.2e10 && upper < 2.5e11 }

    /// Numbers of a time axis beyond the calendar, which say what they count.
    private func seconds(_ ticks: AxisTicks) -> AxisTicks {
        var ticks = ticks
        if !ticks.labels.isEmpty, texts(of: []) == nil {
            ticks.note = "(" + (ticks.note.isEmpty ? "" : ticks.note.dropFirst().dropLast() + " ") + "s since 1970)"
        }
        return ticks
    }

    /// The finest dates that have room; nil for times beyond the calendar and for less than thousandths of a second.
    private func time(_ zone: TimeZone) throws -> AxisTicks? {
        guard isInCalendar else { return nil }
        let finder = TimeTicks(domain: lower...upper, zone: zone)
        for step in TimeTicks.Step.all {
            guard var (ticks, note) = finder.ticks(step, most: most) else { continue }
            if let texts = texts(of: ticks.map(\.value)) {
                ticks = zip(ticks, texts).map { Tick($0.value, $1) }
                note = ""
            }
            guard Set(ticks.map(\.label)).count == ticks.count, let labels = try set(ticks) else { continue }
            return AxisTicks(labels: labels, note: note)
        }
        return nil
    }

    private func logarithmic() throws -> AxisTicks? {
        let (low, high) = (log10(lower), log10(upper))
        // Below one a logarithmic axis has no whole number.
        let isWhole = axis.axis.ticks == .wholeNumbers
        let first = max(Int((low - 1e-9).rounded(.up)), isWhole ? 0 : .min)
        let last = Int((high + 1e-9).rounded(.down))
        let decades = last - first + 1
        var minor: [Double] = []
        if high - low < 7 {
            for decade in (first - 1)...(last + 1) {
                for digit in 2...9 { minor.append(Double(digit) * pow(10, Double(decade))) }
            }
            minor = minor.filter(isInside)
        }
        func found(_ ticks: [Tick]) throws -> AxisTicks? {
            guard ticks.count > 1, Set(ticks.map(\.label)).count == ticks.count else { return nil }
            return try set(ticks).map { AxisTicks(labels: $0, minor: minor) }
        }
        if decades < 2 {
            guard first <= last + 1 else { return nil }
            for digits in [[1.0, 2, 3, 5], [1, 2, 5], [1, 3], [1, 5], [2, 8]] where high - low > 0.5 {
                let values = ((first - 1)...(last + 1)).flatMap { decade in
                    digits.map { $0 * pow(10, Double(decade)) }
                }.filter { isInside($0) && (!isWhole || $0 >= 1) }
                if let found = try found(ticks(at: values) { NumberFormat.short($0) }) { return found }
            }
            return nil
        }
        let isPlain = first >= -3 && last <= 4
        func tick(_ decade: Int) -> Tick {
            ticks(at: [pow(10, Double(decade))]) { isPlain ? NumberFormat.short($0) : "$10^{\(decade)}$" }[0]
        }
        for stride in 1...decades {
            let ticks = (first...last).filter { $0.isMultiple(of: stride) }.map(tick)
            if ticks.count <= most + 1, let found = try found(ticks) { return found }
        }
        return try found([tick(first), tick(last)])
    }

    private func symmetric(_ linear: Double) throws -> AxisTicks? {
        let start = Int(log10(linear).rounded(.up))
        let end = max(start, Int(log10(max(abs(lower), abs(upper))).rounded(.down)))
        func found(_ sizes: [Double]) throws -> AxisTicks? {
            let values = sizes.map { -$0 } + [0] + sizes
            let ticks = ticks(at: Set(values.filter(isInside)).sorted()) { NumberFormat.short($0) }
            guard ticks.count > 1 else { return nil }
            return try set(ticks).map { AxisTicks(labels: $0) }
        }
        for step in 1...(end - start + 2) {
            // From the highest down: the lowest power is the one that stands closest to 0.
            let powers = stride(from: end, through: start, by: -step).map { pow(10, Double($0)) }
            if let found = try found(powers) { return found }
        }
        return try found((start...end).flatMap { decade in [1, 2, 5].map { $0 * pow(10, Double(decade)) } })
    }

    /// Leaves out every second, third, … tick until the labels fit.
    func thinned(_ ticks: [Tick]) throws -> AxisTicks {
        for stride in 1...max(1, ticks.count) {
            let some = ticks.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
            if let labels = try set(some) {
                return AxisTicks(labels: labels, minor: stride == 1 ? [] : ticks.map(\.value))
            }
        }
        return AxisTicks()
    }

    /// The labels of ticks; nil where they would come too close to each other.
    private func set(_ ticks: [Tick], size: Double? = nil) throws -> [AxisTicks.Label]? {
        let labels = try ticks.map {
            AxisTicks.Label(value: $0.value, box: try typesetter.set($0.label, size: size ?? self.size))
        }
        return fit(labels) ? labels : nil
    }

    /// Whether labels keep their distance from each other.
    func fit(_ labels: [AxisTicks.Label]) -> Bool {
        var reached = -Double.infinity
        for label in labels.sorted(by: { axis.share(of: $0.value) < axis.share(of: $1.value) }) {
            let half = (isHorizontal ? label.width : label.height) / 2
            let place = axis.share(of: label.value) * length
            if place - half < reached + (isHorizontal && !label.isTurned ? 0.7 : 0.25) * size { return false }
            reached = place + half
        }
        return true
    }
}
