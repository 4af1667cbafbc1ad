import Notebook
import Statistics

extension Monitoring: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Value("monitor-share", results.overhead)
        Value("small-period", results.overhead / 0.1)
        Value("copied-kilobytes", Double(results.copiedBytes) / 1_000)
        if !results.timedOverheads.isEmpty { Value("timed-share", Estimate(of: results.timedOverheads)) }
        Claim(
            "7-4X", equation: "Algorithm 7.1",
            "One run tries every training time, at little cost and without touching objective or dynamics.",
            method: """
                The same runs with and without monitor, compared bit by bit. Multiplications of validation relative to those of \
                training with one evaluation after as many training examples as there are validation examples; little is a tenth of \
                training, with a look once every ten validation sets at most. In long runs processor time as well.
                """
        ) {
            Check.all("runs with identical parameters", results.identical.count { $0 }, of: results.identical.count)
            Check.number(
                "validation sets of training examples between looks, from which validation costs a tenth",
                results.overhead / 0.1, .atMost(10))
            if !results.timedOverheads.isEmpty {
                Check.number(
                    "the same in processor time, the copy included", results.timedOverheads.mean / 0.1, .atMost(10))
            }
        }
    }
}

extension Monitoring {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("7-4X") { $0.identical[0] = false },
        Mutant("7-4X") { $0.overhead = 2 },
        Mutant("7-4X") { $0.timedOverheads = [2, 2.1] },
    ]
}
