import Notebook

extension PublishedSize: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        Value("published-data", results.dataName)
        Value("published-members", results.memberErrorRates.count)
        Value("published-member", Estimate(of: results.memberErrorRates))
        Value("published-vote", results.voteErrorRate)
        Value("published-average", results.averageErrorRate)
    }
}
