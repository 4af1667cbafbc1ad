/// Mean squared errors along α.
struct SweepErrors: Codable, Sendable {
    let training: [Double]
    let validation: [Double]
    let test: [Double]
}
