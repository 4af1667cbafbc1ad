import Foundation

extension LearningError: CustomStringConvertible, LocalizedError {
    /// One sentence with the values, and one with the mend where there is one.
    public var description: String {
        switch self {
        case .sizesDisagree(let what, let count, let other, let otherCount):
            "\(what) (\(count)) and \(other) (\(otherCount)) must be equally many."
        case .empty(let what):
            "There are no \(what)."
        case .tooFew(let what, let count, let needed):
            "\(count) \(what), but at least \(needed) are needed."
        case .notFinite(let what, let index, let value):
            "\(what) number \(index) is \(value). Remove or replace values that are not finite."
        case .outOfRange(let setting, let value, let allowed):
            "\(setting) is \(value), but must be \(allowed)."
        case .singular(let what, let size):
            "\(what) (\(size)×\(size)) is singular to working precision. Add a penalty or remove dependent columns."
        case .notPositiveDefinite(let size, let minor):
            "The \(size)×\(size) matrix is not positive definite: its leading minor of order \(minor) is not positive."
        case .labelOutOfRange(let label, let index, let classes):
            "Label number \(index) is \(label), but there are \(classes) classes, 0 to \(classes - 1)."
        case .missingClass(let label, let classes):
            "Class \(label) of \(classes) has no example."
        case .notConverged(let what, let steps, let gap, let tolerance):
            "\(what) is still \(gap) after \(steps) steps, above \(tolerance). Allow more steps or a larger tolerance."
        }
    }

    public var errorDescription: String? { description }
}
