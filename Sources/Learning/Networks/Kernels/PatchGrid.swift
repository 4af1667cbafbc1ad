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

    /// Writes the patches of one `image`, `places` × `patch`; outside the image there are zeros.
    @inline(__always)
    func gather<Scalar: NetworkScalar>(_ image: UnsafePointer<Scalar>, into patches: UnsafeMutablePointer<Scalar>) {
        gather(0..<places, of: image, into: patches)
    }

    /// Writes those of the patches of all `images` that have the numbers `rows`, counted on from image to image.
    @inline(__always)
    func gather<Scalar: NetworkScalar>(
        rows: Range<Int>, of images: UnsafePointer<Scalar>, into patches: UnsafeMutablePointer<Scalar>
    ) {
        var row = rows.lowerBound
        while row < rows.upperBound {
            let (image, place) = row.quotientAndRemainder(dividingBy: places)
            let count = min(places - place, rows.upperBound - row)
            gather(
                place..<place + count, of: images + image * input.count,
                into: patches + (row - rows.lowerBound) * patch)
            row += count
        }
    }

    @inline(__always)
    private func gather<Scalar: NetworkScalar>(
        _ places: Range<Int>, of image: UnsafePointer<Scalar>, into patches: UnsafeMutablePointer<Scalar>
    ) {
        forRuns(of: places) { target, source, count in
            if let source, count < 16 {
                copyFew(image + source, to: patches + target, count: count)
            } else if let source {
                (patches + target).update(from: image + source, count: count)
            } else {
                (patches + target).update(repeating: 0, count: count)
            }
        }
    }

    /// Copies so few numbers that a call would take longer: four at a time, the last four perhaps twice.
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
        for place in stride(from: 0, to: count - 4, by: 4) { copyFour(place) }
        copyFour(count - 4)
    }

    /// Adds what stands in `patches` to the places of `image` it was gathered from.
    @inline(__always)
    func scatter<Scalar: NetworkScalar>(_ patches: UnsafePointer<Scalar>, addingTo image: UnsafeMutablePointer<Scalar>)
    {
        forRuns(of: 0..<places) { target, source, count in
            guard let source else { return }
            let (from, to) = (patches + target, image + source)
            for i in 0..<count { to[i] += from[i] }
        }
    }

    /// Calls `body` for each run of neighbouring numbers: where it lies among the patches of `places`, where on the image
    /// (nil for zeros) and how long it is.
    @inline(__always)
    private func forRuns(of places: Range<Int>, _ body: (Int, Int?, Int) -> Void) {
        let channels = input.channels
        for place in places {
            let (top, left) = place.quotientAndRemainder(dividingBy: width)
            let start = (place - places.lowerBound) * patch
            let before = max(0, border - left)
            let inside = max(0, min(side, input.width + border - left) - before)
            for line in 0..<side {
                let target = start + line * side * channels
                let row = top + line - border
                guard 0..<input.height ~= row else {
                    body(target, nil, side * channels)
                    continue
                }
                if before > 0 { body(target, nil, before * channels) }
                body(
                    target + before * channels, (row * input.width + left + before - border) * channels,
                    inside * channels)
                let after = side - before - inside
                if after > 0 { body(target + (before + inside) * channels, nil, after * channels) }
            }
        }
    }
}

/// Whether a convolution's output is as large as its input, with zeros round the image, or only covers whole patches.
public enum Padding: String, Sendable, Hashable, Codable {
    case same, valid
}
