import DataSets
import LinearAlgebra
import LinearModels

/// One convolution of rectified units, stochastic pooling over regions of two by two, and softmax regression on what is pooled.
struct PoolingNetwork {
    private static let channels = 6
    private static let reach = 5
    private let side: Int
    /// Places of a map in each direction, and regions.
    private let width: Int
    private let regions: Int
    /// Patch × channels, 1 × channels, pooled × classes, 1 × classes.
    private var parameters: [Matrix]
    private var velocity: [Matrix]

    init(side: Int, classes: Int, from stream: inout RandomStream) {
        self.side = side
        regions = (side - Self.reach + 1) / 2
        width = 2 * regions
        let (patch, pooled) = (Self.reach * Self.reach, regions * regions * Self.channels)
        func normal(_ rows: Int, _ columns: Int, _ deviation: Double) -> Matrix {
            Matrix(rows: rows, columns: columns, elements: stream.normals(rows * columns).scaled(by: deviation))
        }
        parameters = [
            normal(patch, Self.channels, (2 / Double(patch)).squareRoot()), Matrix(rows: 1, columns: Self.channels),
            normal(pooled, classes, 0.05), Matrix(rows: 1, columns: classes),
        ]
        velocity = parameters.map { Matrix(rows: $0.rows, columns: $0.columns) }
    }

    /// One row a place of a map, image after image, row after row.
    private func patches(_ images: LabelledImages) -> Matrix {
        var entries: [Double] = []
        entries.reserveCapacity(images.count * width * width * Self.reach * Self.reach)
        for image in 0..<images.count {
            for place in 0..<width * width {
                let corner = image * side * side + place / width * side + place % width
                for row in 0..<Self.reach {
                    for column in 0..<Self.reach { entries.append(Double(images.pixels[corner + row * side + column])) }
                }
            }
        }
        return Matrix(
            rows: images.count * width * width, columns: Self.reach * Self.reach, elements: entries)
    }

    private func maps(of patches: Matrix) -> Matrix {
        (patches * parameters[0]).subtractingFromRows(parameters[1].elements.scaled(by: -1)).mapped { max($0, 0) }
    }

    /// The rectified activations: places × channels.
    func maps(_ images: LabelledImages) -> Matrix { maps(of: patches(images)) }

    /// The four places of a region in `maps`.
    private func corners(_ region: Int) -> [Int] {
        let perImage = regions * regions
        let (image, place) = (region / perImage, region % perImage)
        let first = image * width * width + 2 * (place / regions) * width + 2 * (place % regions)
        return [first, first + 1, first + width, first + width + 1]
    }

    private func regionCount(_ maps: Matrix) -> Int { maps.rows / 4 }

    // snippet.stochastic-pooling
    /// For each region and channel a place, drawn with probability proportional to its activation.
    func places(_ maps: Matrix, _ stream: inout RandomStream) -> [Int] {
        (0..<regionCount(maps)).flatMap { region in
            let corners = corners(region)
            return (0..<Self.channels).map { channel in
                var rest = stream.uniform() * corners.reduce(0) { $0 + maps[$1, channel] }
                for corner in corners.dropLast() {
                    rest -= maps[corner, channel]
                    if rest < 0 { return corner }
                }
                return corners[3]
            }
        }
    }
    // snippet.end

    /// The activations at `places`: one row an image.
    func pooled(_ maps: Matrix, at places: [Int]) -> Matrix {
        let entries = places.indices.map { maps[places[$0], $0 % Self.channels] }
        let columns = regions * regions * Self.channels
        return Matrix(rows: places.count / columns, columns: columns, elements: entries)
    }

    /// Each region's activations weighted by their shares: one row an image.
    func weighted(_ maps: Matrix) -> Matrix {
        let entries = (0..<regionCount(maps)).flatMap { region in
            let corners = corners(region)
            return (0..<Self.channels).map { channel in
                let values = corners.map { maps[$0, channel] }
                let total = values.reduce(0, +)
                return total > 0 ? values.dot(values) / total : 0
            }
        }
        let columns = regions * regions * Self.channels
        return Matrix(rows: entries.count / columns, columns: columns, elements: entries)
    }

    func logits(_ pooled: Matrix) -> Matrix {
        (pooled * parameters[2]).subtractingFromRows(parameters[3].elements.scaled(by: -1))
    }

    /// One step of gradient descent with momentum 0.9, at places drawn anew.
    mutating func train(_ images: LabelledImages, rate: Double, _ stream: inout RandomStream) {
        let patches = patches(images)
        let maps = maps(of: patches)
        let places = places(maps, &stream)
        let pooled = pooled(maps, at: places)
        var errors = logits(pooled).rowSoftmax
        for (row, label) in images.labels.enumerated() { errors[row, label] -= 1 }
        errors = (1 / Double(images.count)) * errors
        let below = errors.timesTransposed(parameters[2])
        var delta = Matrix(rows: maps.rows, columns: Self.channels)
        for (index, place) in places.enumerated() where maps[place, index % Self.channels] > 0 {
            delta[place, index % Self.channels] = below.elements[index]
        }
        let gradients = [
            patches.transposedTimes(delta), delta.columnSums, pooled.transposedTimes(errors), errors.columnSums,
        ]
        for place in parameters.indices {
            velocity[place] = 0.9 * velocity[place] + gradients[place]
            parameters[place] = parameters[place] - rate * velocity[place]
        }
    }
}
