import Notebook

extension Sensitivity {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("6-7X") { $0.change { $0.sensitivities = $0.sensitivities.map { $0.reversed() } } },
        Mutant("6-7X") { $0.change { $0.sensitivities = $0.sensitivities.map { $0.map { _ in 1 } } } },
        Mutant("6-15X") {
            $0.change { $0.testErrors = $0.testErrors.map { row in [row[0]] + row.dropFirst().map { $0 + 10 } } }
        },
    ]
}

extension Sensitivity.Results {
    fileprivate mutating func change(_ size: (inout Sensitivity.Size) -> Void) {
        for place in sizes.indices { size(&sizes[place]) }
    }
}
