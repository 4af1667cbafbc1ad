import Foundation
import Learning
import Notebook

extension Quadratic {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("7-13E") { $0.reachViolation = 0.1 },
        Mutant("7-14E") { $0.modelError = 0.1 },
        Mutant("7-14E") { $0.gradientError = 0.1 },
        Mutant("7-14E") { $0.recursionError = 0.1 },
        Mutant("7-15E") { $0.trajectoryError = 0.1 },
        Mutant("7-15E") { $0.divergingError = 0.1 },
        Mutant("7-16D") { $0.gapToOrigin = 0.1 },
        Mutant("7-16D") { $0.gapToOwnStart = 0.5 },
        Mutant("7-17E") { $0.decayError = 0.1 },
        Mutant("7-18D") { $0.unequalDistance = 0 },
        Mutant("7-18D") { $0.equalDistance = 1 },
        Mutant("7-22E") { $0.learningTimeError = 0.1 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("7-14E") { $0.quadratic = { w, o, j, h in j + w.subtracting(o).dot(h * w.subtracting(o)) } },
        Mutant("7-14E") { $0.quadraticGradient = { w, o, h in h * o.subtracting(w) } },
        Mutant("7-14E") { $0.contracted = { d, eta, h in d.adding((h * d).scaled(by: eta)) } },
        Mutant("7-15E") { $0.learnedShare = { l, eta, tau in 1 - pow(1 - eta * l, Double(tau - 1)) } },
        Mutant("7-15E") { $0.learnedShare = { l, eta, tau in 1 - pow(1 - 2 * eta * l, Double(tau)) } },
        Mutant("7-17E") { $0.decayedShare = { l, a in 1 - a / (l + 2 * a) } },
        Mutant("7-17E") { $0.decayedShare = { l, a in 1 + a / (l + a) } },
        Mutant("7-13E") { $0.reach = { eta, travelled in eta * travelled / 2 } },
        Mutant("7-16D") { $0.learnedShare = { l, eta, tau in 1 + pow(1 - eta * l, Double(tau)) } },
        Mutant("7-22E") { $0.learningTime = { l, eta in 2 / (eta * l) } },
        Mutant("7-18D") { $0.equivalentSteps = { _, eta, a in 1 / (eta * a) } },
        Mutant("7-18D") { $0.equivalentSteps = { l, eta, a in log1p(l / a) / eta } },
    ]
}
