import Notebook

extension Cartoon {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("10-10X") { $0.change { $0.withoutNine.six = 1 } },
        Mutant("10-10X") { $0.change { $0.withoutSix = $0.withoutNine } },
        Mutant("10-10X") { $0.change { swap(&$0.withoutNine.eight, &$0.withoutNine.six) } },
    ]
}

extension Cartoon.Results {
    fileprivate mutating func change(_ outputs: (inout Cartoon.Outputs) -> Void) {
        for place in replicates.indices { outputs(&replicates[place]) }
    }
}
