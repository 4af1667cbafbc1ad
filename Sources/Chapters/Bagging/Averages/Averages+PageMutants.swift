import Notebook

extension Averages {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("10-1E") { $0.formulaError = 1e-6 },
        Mutant("10-1E") { $0.distributions[0].squaredError = Estimate(of: [9, 9.1, 8.9]) },
        Mutant("10-3D") { $0.replaceMeans { size in 2 - Double(size) / 10 } },
        Mutant("10-3D") { $0.replaceMeans { size in 1 / Double(size * size) } },
        Mutant("10-4D") { $0.unequalAverage = 1 },
        Mutant("10-4D") { $0.unequalAverage = 60 },
        Mutant("10-4D") { $0.weakVote = 0.5 },
    ]

    /// Formulas that are wrong, and the claims that must notice.
    package static let wrongFormulas: [Mutant<Equations>] = [
        Mutant("10-1E") { $0.ensembleError = { k, v, c in v / Double(k) - Double(k - 1) / Double(k) * c } },
        Mutant("10-1E") { $0.ensembleError = { k, v, c in v / Double(k) + c } },
    ]
}

extension Averages.Results {
    /// Puts `error` in the place of the simulated means.
    fileprivate mutating func replaceMeans(_ error: (Int) -> Double) {
        for place in curves.indices { curves[place].means = curves[place].sizes.map(error) }
    }
}
