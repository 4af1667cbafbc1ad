import LinearAlgebra

/// A flat scene, and one that gives the same picture though its points lie at different depths.
struct ScenePair {
    let flat: [SpacePoint]
    let deep: [SpacePoint]

    init(points count: Int, from start: RandomStream) {
        var stream = start
        flat = (0..<count).map { _ in
            SpacePoint(x: stream.uniform(in: -1..<1), y: stream.uniform(in: -1..<1), z: SpacePoint.distance)
        }
        // Along its line of sight a point may lie anywhere.
        deep = flat.map { point in
            let scale = stream.uniform(in: 0.8..<1.2)
            return SpacePoint(x: scale * point.x, y: scale * point.y, z: scale * point.z)
        }
    }
}
