import Notebook

extension Endless {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("7-11E") { $0.rightEnds -= 1 },
        Mutant("7-11E") { $0.clean[0].reached = false },
        Mutant("7-11E") { $0.mislabelled.updateEach { $0.reached = true } },
        Mutant("7-11E") { $0.mislabelled.updateEach { $0.losses.append($0.target - 1) } },
        Mutant("7-11E") { $0.mislabelled.updateEach { $0.losses.append($0.target + 1e-9) } },

    ]
}
