/// The letters that a formula's symbols are set in.
enum MathAlphabet: Hashable, Sendable {
    case normal, bold, boldSlanted, upright, slanted, blackboard, calligraphic, sans, fraktur, typewriter

    /// The face for a letter or digit typed as itself.
    func face(for character: Character) -> FontFace {
        let isLetter = character.isLetter
        return switch self {
        case .normal: isLetter && character.isASCII ? .math : .main
        case .bold: .mainBold
        case .boldSlanted: isLetter ? .mathBold : .mainBold
        case .upright: .main
        case .slanted: .math
        case .blackboard: isLetter ? .ams : .main
        case .calligraphic: isLetter ? .calligraphic : .main
        case .sans: .sans
        case .fraktur: .fraktur
        case .typewriter: .typewriter
        }
    }

    /// The face for a small Greek letter.
    var greekFace: FontFace { self == .boldSlanted || self == .bold ? .mathBold : .math }

    /// The face for a Greek capital or another sign.
    var signFace: FontFace { self == .boldSlanted || self == .bold ? .mainBold : .main }
}
