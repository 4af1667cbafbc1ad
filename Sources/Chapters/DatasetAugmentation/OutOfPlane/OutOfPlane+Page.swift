import Notebook
import Plots

extension OutOfPlane: Study {
    public func show(_ results: Results, _ parameters: Parameters) throws -> Page {
        PageFigure("out-of-plane", Self.figure(results))
        Value("scene-pairs", results.after.count)
        Value("scene-before", results.before.max() ?? .nan)
        Value("scene-within", results.within.max() ?? .nan)
        Value("scene-after", results.after.min() ?? .nan)
        Claim(
            "5-11E", "Turning an object out of the plane of its picture is no operation on the pixels.",
            method: """
                Pairs of scenes in space with the same picture, one flat and one with points at several depths, turned by \
                \(Int(parameters.angle)) degrees about a vertical axis: no function of the picture can give both of the pictures that \
                result. As a control the same turn within the plane. Distances of the farthest points, in units of the distance \
                between object and camera.
                """
        ) {
            Check.error(
                "distance of the pictures before the turn, the largest", results.before.max() ?? .nan, atMost: 1e-12)
            Check.error("after a turn within the plane, the largest", results.within.max() ?? .nan, atMost: 1e-12)
            Check.number("after a turn out of the plane, the lowest", results.after.min() ?? .nan, .atLeast(0.01))
        }
        Claim(
            "5-5Q", "Augmentation is easiest for classification and hard for density estimation.",
            method: "No run decides it.", expecting: .undecided
        ) {
            Check.undecided(
                "the ease of creating data for a task", because: "it compares kinds of tasks and not numbers")
        }
    }

    private static func figure(_ results: Results) -> Figure {
        Figure(width: 420, height: 150, title: "Two scenes with one picture, turned") {
            Row {
                picture("one picture", results.picture, .series(0))
                picture("flat scene, turned", results.turnedFlat, .series(1))
                picture("deep scene, turned", results.turnedDeep, .series(2))
            }
        }
    }

    private static func picture(_ title: String, _ points: [[Double]], _ role: Role) -> Panel {
        let axis = Axis(in: -0.35...0.35)
        return Panel(title, x: axis, y: axis, frame: .none, aspect: .equal) {
            Points(x: points.map { $0[0] }, y: points.map { $0[1] }).role(role).marker(.dot, size: 3)
        }
    }
}

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
