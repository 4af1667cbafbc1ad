/// The least values of a section's parameters, as its defaults in all profiles imply them.
///
/// A count that no profile sets below one must be at least one; any number that none sets below zero must not be negative;
/// and a list that none leaves empty must hold something. What else an experiment needs it says itself.
struct ParameterLimits {
    private let defaults: [Any]

    /// - Parameter defaults: a section's parameters, one value a profile.
    init(defaults: [Any]) { self.defaults = defaults }

    /// What the first of `parameters` that is out of its limits must be; nil when all are within.
    ///
    /// - Parameter parameters: of the same type as the defaults.
    func limit(brokenBy parameters: Any) -> String? { limit(brokenBy: parameters, defaults) }

    private func limit(brokenBy value: Any, _ defaults: [Any]) -> String? {
        switch value {
        case let count as Int:
            let least = defaults.compactMap { $0 as? Int }.min() ?? .min
            return least >= 0 && count < min(least, 1) ? "at least \(min(least, 1))" : nil
        case let number as Double:
            let known = defaults.compactMap { $0 as? Double }
            if !number.isFinite, known.allSatisfy(\.isFinite) { return "a finite number" }
            let least = known.min() ?? -.infinity
            return least >= 0 && number < 0 ? "at least 0" : nil
        default:
            return limit(brokenByPartsOf: Mirror(reflecting: value), defaults.map { Mirror(reflecting: $0) })
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
