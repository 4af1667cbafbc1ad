import Laboratory
import LinearAlgebra

/// Two scenes in space that give one picture, turned by the same angle.
public struct OutOfPlane: Experiment {
    /// How a point of a scene is seen by a camera at the origin.
    package var camera = Camera.pinhole

    public init() {}

    public static let question = "Is a turn out of the plane an operation on the picture?"

    public struct Parameters: Codable, Sendable {
        @Parameter("angle of the turn", in: 0...180, unit: "degrees") public var angle = 20.0
        @Parameter("points of each scene", in: 4...10_000) public var points = 60
        @Parameter("pairs of scenes", in: 1...10_000) public var scenes = 20
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// One pair of scenes: their common picture, and what each gives after the turn; one point after the other, x and y.
        public let picture: [[Double]]
        public let turnedFlat: [[Double]]
        public let turnedDeep: [[Double]]
        /// For each pair of scenes the largest distance between their pictures before the turn, out of the plane, and after it.
        public var before: [Double]
        public var after: [Double]
        /// The same after a turn within the plane, which is an operation on the picture.
        public var within: [Double]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let angle = parameters.angle * .pi / 180
        let pairs = (0..<parameters.scenes).map { scene in
            ScenePair(points: parameters.points, from: lab.stream("scenes", scene))
        }
        func distances(_ turn: (SpacePoint) -> SpacePoint) -> [Double] {
            pairs.map { pair in
                zip(pair.flat, pair.deep).map { flat, deep in
                    camera.picture(turn(flat)).subtracting(camera.picture(turn(deep))).norm
                }.max() ?? .nan
            }
        }
        let shown = pairs[0]
        return Results(
            picture: shown.flat.map(camera.picture),
            turnedFlat: shown.flat.map { camera.picture($0.turnedAside(angle)) },
            turnedDeep: shown.deep.map { camera.picture($0.turnedAside(angle)) }, before: distances { $0 },
            after: distances { $0.turnedAside(angle) }, within: distances { $0.turnedWithin(angle) })
    }
}
