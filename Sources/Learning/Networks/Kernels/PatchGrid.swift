import LinearAlgebra

/// Where the square patches of a convolution lie on an image, and how they are gathered into rows of a matrix.
struct PatchGrid {
    let input: FeatureShape
    let side: Int
    /// Rows and columns of zeros before the image.
    let border: Int
    let height: Int
    let width: Int

    init(_ input: FeatureShape, side: Int, padding: Padding) {
        self.input = input
        self.side = side
        border = padding == .same ? (side - 1) / 2 : 0
        let added = padding == .same ? side - 1 : 0
        height = input.height + added - side + 1
        width = input.width + added - side + 1
    }

    /// Patches on one image.
    var places: Int { height * width }
    /// Numbers in one patch.
    var patch: Int { side * side * input.channels }

    /// Whether patches reach beyond the image.
    private var isPadded: Bool { height + side - 1 > input.height }
    /// Numbers of one line of an image with its border of zeros.
    private var line: Int { (width + side - 1) * input.channels }
    /// Numbers of an image with its border, where patches reach beyond it.
    var frame: Int { isPadded ? (height + side - 1) * line : 0 }

    /// Writes the patches of one `image`, `places` × `patch`; outside the image there are zeros.
    ///
    /// - Parameter frame: `frame` numbers to work in.
    @inline(__always)
    func gather<Scalar: NetworkScalar>(
        _ image: UnsafePointer<Scalar>, into patches: UnsafeMutablePointer<Scalar>, frame: UnsafeMutablePointer<Scalar>
    ) {
        if isPadded {
            frame.update(repeating: 0, count: self.frame)
            forLines { framed, own, count in (frame + framed).update(from: image + own, count: count) }
        }
        let source = isPadded ? UnsafePointer(frame) : image
        if side * input.channels < 16 {
            forRuns { patch, place, count in copyFew(source + place, to: patches + patch, count: count) }
        } else {
            forRuns { patch, place, count in (patches + patch).update(from: source + place, count: count) }
        }
    }

    /// Copies at most 16 numbers, for which a call would take longer: four at a time, some perhaps twice.
    @inline(__always)
    private func copyFew<Scalar: NetworkScalar>(
        _ from: UnsafePointer<Scalar>, to: UnsafeMutablePointer<Scalar>, count: Int
    ) {
        typealias Four = SIMD4<Scalar>
        func copyFour(_ place: Int) {
            let four = UnsafeRawPointer(from + place).loadUnaligned(as: Four.self)
            UnsafeMutableRawPointer(to + place).storeBytes(of: four, as: Four.self)
        }
        guard count >= 4 else {
            for i in 0..<count { to[i] = from[i] }
            return
        }
        copyFour(0)
        if count > 8 { copyFour(4) }
        if count > 12 { copyFour(8) }
        copyFour(count - 4)
    }

    /// Writes to each place of `image` the sum of what stands in `patches` where it was gathered to.
    ///
    /// - Parameter frame: `frame` numbers to work in.
    @inline(__always)
    func scatter<Scalar: NetworkScalar>(
        _ patches: UnsafePointer<Scalar>, into image: UnsafeMutablePointer<Scalar>, frame: UnsafeMutablePointer<Scalar>
    ) {
        let target = isPadded ? frame : image
        target.update(repeating: 0, count: isPadded ? self.frame : input.count)
        forRuns { patch, place, count in
            let (from, to) = (patches + patch, target + place)
            for i in 0..<count { to[i] += from[i] }
        }
        if isPadded { forLines { framed, own, count in (image + own).update(from: frame + framed, count: count) } }
    }

    /// Calls `body` for each line of the image: where it lies in the frame, where on the image, and how long it is.
    @inline(__always)
    private func forLines(_ body: (Int, Int, Int) -> Void) {
        let count = input.width * input.channels
        for row in 0..<input.height { body((row + border) * line + border * input.channels, row * count, count) }
    }

    /// Calls `body` for each run of neighbouring numbers: where it lies among the patches, where on the image with its border
    /// and how long it is.
    @inline(__always)
    private func forRuns(_ body: (Int, Int, Int) -> Void) {
        let (line, count) = (line, side * input.channels)
        var patch = 0
        for top in 0..<height {
            for left in 0..<width {
                var place = top * line + left * input.channels
                for _ in 0..<side {
                    body(patch, place, count)
                    patch &+= count
                    place &+= line
                }
            }
        }
    }
}

/// Whether a convolution's output is as large as its input, with zeros round the image, or only covers whole patches.
public enum Padding: String, Sendable, Hashable, Codable {
    case same, valid
}
