/// What early stopping makes of one training run, by a clean validation set and by one with wrong labels.
struct StoppedPair: Codable, Sendable {
    let clean: StoppedRun
    let mislabelled: StoppedRun
}
