import DataSets

/// The data that Breiman bagged trees on and that can be drawn anew.
public enum SampledTask: String, Codable, Sendable, CaseIterable {
    case friedmanOne = "Friedman 1"
    case friedmanTwo = "Friedman 2"
    case friedmanThree = "Friedman 3"
    case waveform = "waveform"

    /// The regression problem; nil for the classification of waveforms.
    var family: FriedmanFamily? {
        switch self {
        case .friedmanOne: .one
        case .friedmanTwo: .two
        case .friedmanThree: .three
        case .waveform: nil
        }
    }
}
