import Laboratory

/// The limits of a study's parameters: those that are declared, and those that the defaults in all profiles imply.
///
/// Where none are declared, a count that no profile sets below one must be at least one; any number that none sets below zero
/// must not be negative; no count may exceed a thousand times the largest of the defaults, nor a million where that is more;
/// and a list that none leaves empty must hold something. What else a study needs it says itself.
struct ParameterLimits {
    private let defaults: [Any]

    /// - Parameter defaults: a study's parameters, one value a profile.
    init(defaults: [Any]) { self.defaults = defaults }

    /// What the first of `parameters` that is out of its limits must be; nil when all are within.
    ///
    /// - Parameter parameters: of the same type as the defaults.
    func limit(brokenBy parameters: Any) -> String? { limit(brokenBy: parameters, defaults) }

    private func limit(brokenBy value: Any, _ defaults: [Any]) -> String? {
        switch value {
        case let parameter as any ExplainedParameter:
            let explained = defaults.compactMap { $0 as? any ExplainedParameter }
            let declared = explained.compactMap(\.limits).first
            return declared.flatMap { limit(brokenBy: parameter.anyValue, declared: $0) }
                ?? limit(brokenBy: parameter.anyValue, explained.map { $0.anyValue as Any })
        case let count as Int:
            let known = defaults.compactMap { $0 as? Int }
            guard let lowest = known.min(), let highest = known.max() else { return nil }
            if lowest >= 0 && count < min(lowest, 1) { return "at least \(min(lowest, 1))" }
            let (product, isTooLarge) = highest.multipliedReportingOverflow(by: 1_000)
            let limit = isTooLarge ? .max : max(product, 1_000_000)
            return count > limit ? "at most \(limit)" : nil
        case let number as Double:
            let known = defaults.compactMap { $0 as? Double }
            if !number.isFinite, known.allSatisfy(\.isFinite) { return "a finite number" }
            let least = known.min() ?? -.infinity
            return least >= 0 && number < 0 ? "at least 0" : nil
        default:
            return limit(brokenByPartsOf: Mirror(reflecting: value), defaults.map { Mirror(reflecting: $0) })
        }
    }

    /// What `value`, a number or a list of them, must be where it is outside of `limits`.
    private func limit(brokenBy value: Any, declared limits: ClosedRange<Double>) -> String? {
        switch value {
        case let number as any ParameterNumber:
            return limits.contains(number.number) ? nil : limits.words(isCount: number is Int)
        case let list as [any ParameterNumber]:
            return list.allSatisfy { limits.contains($0.number) }
                ? nil : "a list of numbers \(limits.words(isCount: list.first is Int))"
        default: return nil
        }
    }

    private func limit(brokenByPartsOf value: Mirror, _ defaults: [Mirror]) -> String? {
        switch value.displayStyle {
        case .collection:
            if value.children.isEmpty, !defaults.contains(where: { $0.children.isEmpty }) {
                return "a list of at least one"
            }
            let elements = defaults.flatMap { $0.children.map(\.value) }
            return value.children.lazy.compactMap { limit(brokenBy: $0.value, elements) }.first
        case .struct:
            return value.children.lazy.compactMap { child in
                let same = defaults.flatMap { $0.children.filter { $0.label == child.label }.map(\.value) }
                return limit(brokenBy: child.value, same)
            }.first
        default:
            return nil
        }
    }
}

extension ClosedRange<Double> {
    /// "from 1 to 500".
    func words(isCount: Bool) -> String {
        isCount ? "from \(Int(lowerBound)) to \(Int(upperBound))" : "from \(lowerBound) to \(upperBound)"
    }
}
