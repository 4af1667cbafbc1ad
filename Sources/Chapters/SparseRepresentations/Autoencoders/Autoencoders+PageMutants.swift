import Notebook

extension Autoencoders {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("9-3E") { $0.parametersZeros.matrix = 19 },
        Mutant("9-3E") { $0.parametersZeros.vector = 1 },
        Mutant("9-3E") { $0.representationZeros.matrix = 2 },
        Mutant("9-3E") { $0.representationZeros.vector = 3 },
        Mutant("9-3E") { $0.sparseWeights.smallWeights = $0.sparseUnits.smallWeights },
        Mutant("9-3E") { $0.sparseWeights.quiet = $0.sparseUnits.quiet.map { $0 + 0.1 } },
        Mutant("9-4X") { $0.codeZeros = $0.codeZeros.map { $0.reversed() } },
        Mutant("9-4X") { $0.exactCodes[1] -= 1 },
        Mutant("9-4X") { $0.rectifiers.reverse() },
        Mutant("9-4X") { $0.kept.exact[0] -= 1 },
        // A Student-t penalty that works.
        Mutant("9-7X") { $0.tanhStudent.hoyer = $0.tanhPlain.hoyer.map { $0 + 0.2 } },
    ]
}
