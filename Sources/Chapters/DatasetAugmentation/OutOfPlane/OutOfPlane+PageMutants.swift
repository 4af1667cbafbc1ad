import Notebook

extension OutOfPlane {
    /// Results that are wrong, and the claims that must notice.
    package static let wrongResults: [Mutant<Results>] = [
        Mutant("5-11E") { $0.before[0] = 0.1 },
        Mutant("5-11E") { $0.within[0] = 0.1 },
        Mutant("5-11E") { $0.after = $0.before },
    ]

    /// Cameras that are wrong: one that sees no depth, and one that sees nothing but depth.
    package static let wrongCameras: [Mutant<Camera>] = [
        Mutant("5-11E") { $0.picture = { [$0.x, $0.y] } },
        Mutant("5-11E") { $0.picture = { [$0.x / $0.z, $0.z] } },
    ]
}
