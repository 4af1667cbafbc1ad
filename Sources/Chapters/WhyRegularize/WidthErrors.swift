/// Mean squared errors of networks of one width, one entry a decay.
struct WidthErrors: Codable, Sendable {
    let training: [Double]
    let validation: [Double]
    let test: [Double]
}
