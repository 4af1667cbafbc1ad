/// The network of one width whose validation error is least among some decays.
struct WidthChoice {
    let validation: Double
    let test: Double

    init(_ errors: WidthErrors, among places: [Int]) {
        let best = places.min { errors.validation[$0] < errors.validation[$1] } ?? 0
        validation = errors.validation[best]
        test = errors.test[best]
    }
}
