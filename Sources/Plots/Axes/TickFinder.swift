import Foundation

/// Finds the ticks of an axis: round numbers, as many as their labels leave room for.
struct TickFinder {
    let typesetter: Typesetter
    let size: Double

    struct Found {
        var ticks: [Tick]
        /// Places between ticks that get a short mark without a label.
        var minor: [Double] = []
    }

    /// Ticks for an axis that is `length` points long.
    func ticks(of axis: ResolvedAxis, length: Double, isHorizontal: Bool) throws -> Found {
        guard axis.axis.isVisible else { return Found(ticks: []) }
        switch axis.axis.ticks {
        case .none: return Found(ticks: [])
        case .labelled(let ticks):
            return try thinned(ticks.filter { isInside($0.value, axis) }, axis, length, isHorizontal)
        case .values(let values):
            let decimals = (0...6).first { decimals in
                values.allSatisfy {
                    !$0.isFinite
                        || abs($0 - ($0 * pow(10, Double(decimals))).rounded() / pow(10, Double(decimals))) <= 1e-9
                            * abs($0)
                }
            }
            let ticks = values.filter { isInside($0, axis) }.sorted().map { value in
                Tick(
                    value,
                    decimals.map {
                        abs(value) < 1e6 ? NumberFormat.fixed(value, decimals: $0) : NumberFormat.short(value)
                    } ?? NumberFormat.short(value))
            }
            return try thinned(ticks, axis, length, isHorizontal)
        case .automatic: break
        }
        switch axis.scale {
        case .categorical(let names):
            let ticks = names.enumerated().map { Tick(Double($0.offset), $0.element) }
            return try thinned(ticks.filter { isInside($0.value, axis) }, axis, length, isHorizontal)
        case .linear: return try linear(axis, length, isHorizontal)
        case .log: return try logarithmic(axis, length, isHorizontal)
        case .symmetricLog(let linear): return try symmetric(axis, linear, length, isHorizontal)
        }
    }

    private func isInside(_ value: Double, _ axis: ResolvedAxis) -> Bool {
        let share = axis.share(of: value)
        return share >= -1e-9 && share <= 1 + 1e-9
    }

    /// The most ticks that look calm on this length.
    private func most(_ length: Double, _ isHorizontal: Bool) -> Int {
        max(2, min(7, Int(length / (isHorizontal ? 42 : 28)) + 1))
    }

    private func linear(_ axis: ResolvedAxis, _ length: Double, _ isHorizontal: Bool) throws -> Found {
        let range = axis.upper - axis.lower
        guard range > 1e-300, range.isFinite else { return Found(ticks: []) }
        let most = most(length, isHorizontal)
        var exponent = Int(floor(log10(range / Double(most)))) - 1
        var last = Found(ticks: [])
        for _ in 0..<4 {
            for factor in [1.0, 2, 2.5, 5] {
                let step = factor * pow(10, Double(exponent))
                let first = (axis.lower / step - 1e-9).rounded(.up)
                let end = (axis.upper / step + 1e-9).rounded(.down)
                guard end - first < Double(most), end >= first, step > abs(axis.upper) * 1e-13 else { continue }
                let ticks = (0...Int(end - first)).map { index -> Tick in
                    let value = (first + Double(index)) * step
                    return Tick(value, label(value, step: step, exponent: exponent, factor: factor, axis))
                }
                last = Found(ticks: ticks)
                if try fits(ticks, axis, length, isHorizontal) { return last }
            }
            exponent += 1
        }
        return try thinned(last.ticks, axis, length, isHorizontal)
    }

    private func label(_ value: Double, step: Double, exponent: Int, factor: Double, _ axis: ResolvedAxis) -> String {
        let largest = max(abs(axis.lower), abs(axis.upper))
        if largest >= 1e6 || largest < 1e-3 {
            let digits = max(1, Int(floor(log10(largest))) - exponent + (factor == 2.5 ? 2 : 1))
            return NumberFormat.short(abs(value) < step / 2 ? 0 : value, digits: min(digits, 9))
        }
        return NumberFormat.fixed(value, decimals: max(0, -exponent + (factor == 2.5 ? 1 : 0)))
    }

    private func logarithmic(_ axis: ResolvedAxis, _ length: Double, _ isHorizontal: Bool) throws -> Found {
        let (low, high) = (log10(axis.lower), log10(axis.upper))
        let first = Int((low - 1e-9).rounded(.up))
        let last = Int((high + 1e-9).rounded(.down))
        let decades = last - first + 1
        var minor: [Double] = []
        if high - low < 7 {
            for decade in (first - 1)...(last + 1) {
                for digit in 2...9 { minor.append(Double(digit) * pow(10, Double(decade))) }
            }
            minor = minor.filter { isInside($0, axis) }
        }
        if decades < 2 {
            for digits in [[1.0, 2, 3, 5], [1, 2, 5], [1, 3]] where high - low > 0.5 {
                let ticks = ((first - 1)...(last + 1)).flatMap { decade in
                    digits.map { $0 * pow(10, Double(decade)) }
                }.filter { isInside($0, axis) }.map { Tick($0, NumberFormat.short($0)) }
                if ticks.count > 1, try fits(ticks, axis, length, isHorizontal) {
                    return Found(ticks: ticks, minor: minor)
                }
            }
            return try linear(axis, length, isHorizontal)
        }
        let isPlain = first >= -3 && last <= 4
        for stride in 1...max(1, decades) {
            let ticks = (first...last).filter { $0.isMultiple(of: stride) }.map {
                Tick(pow(10, Double($0)), isPlain ? NumberFormat.short(pow(10, Double($0))) : "$10^{\($0)}$")
            }
            if ticks.count <= most(length, isHorizontal) + 1, !ticks.isEmpty,
                try fits(ticks, axis, length, isHorizontal)
            {
                return Found(ticks: ticks, minor: minor)
            }
        }
        return Found(ticks: [], minor: minor)
    }

    private func symmetric(_ axis: ResolvedAxis, _ linear: Double, _ length: Double, _ isHorizontal: Bool) throws
        -> Found
    {
        let start = Int(log10(linear).rounded(.up))
        let end = max(start, Int(log10(max(abs(axis.lower), abs(axis.upper))).rounded(.down)))
        for stride in 1...(end - start + 2) {
            // From the greatest down: the least power is the one that stands closest to 0.
            let powers = Swift.stride(from: end, through: start, by: -stride).map { pow(10, Double($0)) }
            let ticks = (powers.map { -$0 } + [0] + powers.reversed()).filter { isInside($0, axis) }.map {
                Tick($0, NumberFormat.short($0))
            }
            if try fits(ticks, axis, length, isHorizontal) { return Found(ticks: ticks) }
        }
        return Found(ticks: [])
    }

    /// Leaves out every second, third, … tick until the labels fit.
    private func thinned(_ ticks: [Tick], _ axis: ResolvedAxis, _ length: Double, _ isHorizontal: Bool) throws -> Found
    {
        for stride in 1...max(1, ticks.count) {
            let some = ticks.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
            if try fits(some, axis, length, isHorizontal) {
                return Found(ticks: some, minor: stride == 1 ? [] : ticks.map(\.value))
            }
        }
        return Found(ticks: [])
    }

    /// Whether labels keep their distance from each other.
    private func fits(_ ticks: [Tick], _ axis: ResolvedAxis, _ length: Double, _ isHorizontal: Bool) throws -> Bool {
        var reached = -Double.infinity
        for tick in ticks.sorted(by: { axis.share(of: $0.value) < axis.share(of: $1.value) }) {
            let box = try typesetter.set(tick.label, size: size)
            let half = isHorizontal ? box.width / 2 : box.height / 2
            let place = axis.share(of: tick.value) * length
            if place - half < reached + (isHorizontal ? 0.7 : 0.25) * size { return false }
            reached = place + half
        }
        return true
    }
}
