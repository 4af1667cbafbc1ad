/// How a point in space becomes a point of a picture.
package struct Camera: Sendable {
    package var picture: @Sendable (SpacePoint) -> [Double]

    /// A camera at the origin that looks along z: what is twice as far looks half as large.
    package static let pinhole = Camera { [$0.x / $0.z, $0.y / $0.z] }
}
