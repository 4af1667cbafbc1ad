import Networks

/// One training run, with the rule of Algorithm 7.1 on validation error and without.
public struct StoppedRun: Codable, Sendable {
    /// The evaluation at which training stopped, from 1; nil when patience never ran out.
    public var stop: Int?
    /// Whether validation accuracy was 1 at any evaluation of the whole budget.
    public var saturates: Bool
    /// Validation accuracy of the parameters returned and at the end of the budget.
    public let accuracyReturned: Double
    public let accuracyAtEnd: Double
    /// ‖w‖ when training stopped, halfway through the budget and at its end.
    public let normAtStop: Double
    public var normHalfway: Double
    public var normAtEnd: Double

    /// Algorithm 7.1 with the validation set's 0–1 error on what was seen in `run`.
    init(_ run: SeparableRun, _ accuracies: [Double], _ setting: Stopping.Setting) throws {
        let rule = try EarlyStopping(evaluateEvery: setting.evaluateEvery, patience: setting.patience)
        let outcome = rule.replay(accuracies.map { 1 - $0 })
        let last = accuracies.count - 1
        let place = outcome.stoppedAt / setting.evaluateEvery - 1
        stop = place < last ? place + 1 : nil
        saturates = accuracies.contains(1)
        accuracyReturned = 1 - outcome.error
        accuracyAtEnd = accuracies[last]
        normAtStop = run.norms[place]
        normHalfway = run.norms[last / 2]
        normAtEnd = run.norms[last]
    }
}
