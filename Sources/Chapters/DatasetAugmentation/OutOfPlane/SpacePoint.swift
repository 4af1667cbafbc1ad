import Foundation

/// A point in space; the camera looks along z, and the object stands around (0, 0, `distance`).
package struct SpacePoint: Sendable {
    static let distance = 4.0
    package let x: Double
    package let y: Double
    package let z: Double

    package init(x: Double, y: Double, z: Double) {
        self.x = x
        self.y = y
        self.z = z
    }

    /// Turned about the vertical axis through the object: out of the plane of the picture.
    func turnedAside(_ angle: Double) -> SpacePoint {
        let depth = z - Self.distance
        return SpacePoint(
            x: cos(angle) * x + sin(angle) * depth, y: y, z: Self.distance - sin(angle) * x + cos(angle) * depth)
    }

    /// Turned about the line of sight: within the plane of the picture.
    func turnedWithin(_ angle: Double) -> SpacePoint {
        SpacePoint(x: cos(angle) * x - sin(angle) * y, y: sin(angle) * x + cos(angle) * y, z: z)
    }
}
