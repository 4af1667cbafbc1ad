import Notebook

/// One training set on which one algorithm meets every scheme.
private struct SchemeItem: Codable, Sendable {
    let digits: DigitSet
    let algorithm: Algorithm
    let schemes: [Scheme]
    let copies: Int
    let units: Int
}

extension SchemeMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> SchemeMeasurements {
        let schemes: [Scheme] = [.none, .translation, .rotation, .scaling, .elastic, .combined]
        let items = Algorithm.allCases.flatMap { algorithm in
            (0..<parameters.schemeReplicates).map {
                SchemeItem(
                    digits: DigitSet(
                        $0, examples: parameters.schemeExamples, steps: parameters.schemeSteps, parameters),
                    algorithm: algorithm, schemes: schemes, copies: parameters.copies, units: parameters.hiddenUnits)
            }
        }
        let errors = try await lab.map("schemes", over: items) { item, lab in
            try item.digits.errors(item.algorithm, item.schemes, copies: item.copies, units: item.units, in: lab)
        }
        let (connected, convolutional) = (
            errors.prefix(parameters.schemeReplicates), errors.dropFirst(parameters.schemeReplicates)
        )
        return SchemeMeasurements(
            schemes: schemes, connected: Array(connected), convolutional: Array(convolutional))
    }
}
