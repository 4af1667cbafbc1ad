/// The colours of a figure's roles: for light pages, dark pages and print.
///
/// The colours are Okabe and Ito's, which colour-blind readers tell apart, darkened on light ground where they carry text.
///
/// A theme of your own changes some colours of one of these:
///
///     let house = Theme.light.with([.training: RGB(0x003366), .validation: RGB(0xCC6600)])
///     try figure.write(to: file, theme: house)
public struct Theme: Hashable, Sendable, CaseIterable {
    private enum Ground: Hashable {
        case light, dark, print
    }

    private let ground: Ground
    private var changes: [Role: RGB] = [:]

    public static let light = Theme(ground: .light)
    public static let dark = Theme(ground: .dark)
    public static let print = Theme(ground: .print)

    /// The themes in which the letters of every figure stand out from their ground.
    public static let allCases = [light, dark, print]

    private init(ground: Ground) { self.ground = ground }

    /// The theme with other colours for some roles. Whoever chooses them sees to it that they can be told apart and read.
    public func with(_ colours: [Role: RGB]) -> Theme {
        var copy = self
        copy.changes.merge(colours) { $1 }
        return copy
    }

    /// The colour of a role.
    public func colour(of role: Role) -> RGB {
        if !changes.isEmpty, let colour = changes[role] { return colour }
        return switch ground {
        case .light: Theme.light(role)
        case .dark: Theme.dark(role)
        case .print: role == .muted ? RGB(0x666666) : role == .ink ? RGB(0) : Theme.light(role)
        }
    }

    private static func light(_ role: Role) -> RGB {
        switch role {
        case .loss, .training: RGB(0x0072B2)
        case .penalty, .regularized: RGB(0xC25200)
        case .validation: RGB(0x9A6500)
        case .test: RGB(0xA8548A)
        case .trajectory: RGB(0x00805D)
        case .optimum, .ink: RGB(0x222222)
        case .truth: RGB(0x555555)
        case .muted: RGB(0x767676)
        case .paper: RGB(0xFFFFFF)
        case .series(let index):
            [
                RGB(0x0072B2), RGB(0xC25200), RGB(0x00805D), RGB(0xA8548A), RGB(0x9A6500), RGB(0x7B5CC4),
                RGB(0x555555), RGB(0x787000),
            ][Role.place(index)]
        }
    }

    private static func dark(_ role: Role) -> RGB {
        switch role {
        case .loss, .training: RGB(0x56B4E9)
        case .penalty, .regularized: RGB(0xF28A4B)
        case .validation: RGB(0xE6B23C)
        case .test: RGB(0xDE9AC1)
        case .trajectory: RGB(0x35C69B)
        case .optimum, .ink: RGB(0xE6E6E6)
        case .truth: RGB(0xB5B5B5)
        case .muted: RGB(0x9A9A9A)
        case .paper: RGB(0x16181C)
        case .series(let index):
            [
                RGB(0x56B4E9), RGB(0xF28A4B), RGB(0x35C69B), RGB(0xDE9AC1), RGB(0xE6B23C), RGB(0xB9A6F2),
                RGB(0xB5B5B5), RGB(0xE5DB4E),
            ][Role.place(index)]
        }
    }
}
