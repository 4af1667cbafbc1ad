/// Mean negative log-likelihoods on new examples.
struct PredictionScores: Codable, Sendable {
    let averaged: Double
    let plugged: Double
}
