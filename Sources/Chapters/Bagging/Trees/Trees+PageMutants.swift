import Notebook

extension Trees {
    /// Results that are wrong, and the claim that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("10-7X") { $0.change(.tree) { swap(&$0.single, &$0.bagged) } },
        Mutant("10-7X") { $0.change(.tree) { $0.bagged = $0.single } },
        Mutant("10-7X") { $0.change(.ridge) { $0.bagged = $0.bagged.map { 0.9 * $0 } } },
        Mutant("10-7X") { $0.change(.neighbors) { $0.bagged = $0.bagged.map { 1.1 * $0 } } },
    ]
}

extension Trees.Results {
    fileprivate mutating func change(_ learner: Trees.Learner, _ errors: (inout Trees.BaggedLearner) -> Void) {
        for place in learners.indices where learners[place].learner == learner { errors(&learners[place]) }
    }
}
