import CLanes

/// A transform of minimal filtering, which `TiledConvolution` nests in two dimensions: what it takes and where that goes.
public enum TileTransform: Sendable {
    /// What a tile sees of the input goes to the 64 matrices.
    case input
    /// The transposed map: a tile's derivative by the input is added to that of the images.
    case addInput
    /// A tile of the derivative by the output goes to the 64 matrices.
    case output
    /// The transposed map: a tile of the output is written.
    case writeOutput
    /// The filters of one input channel go to the 64 matrices.
    case filters
    /// The transposed map: the derivative by the filters of one input channel is added to theirs.
    case addFilters

    fileprivate var lanes: lanes_transform {
        switch self {
        case .input: lanes_input
        case .addInput: lanes_add_input
        case .output: lanes_output
        case .writeOutput: lanes_write_output
        case .filters: lanes_filters
        case .addFilters: lanes_add_filters
        }
    }
}

extension Float {
    @inline(__always)
    public static func transform(
        _ kind: TileTransform, side: Int, _ source: UnsafePointer<Float>, and second: UnsafePointer<Float>?,
        places: UnsafePointer<Int>?, into target: UnsafeMutablePointer<Float>, apart: Int, channels: Int
    ) {
        lanes_transform_float(kind.lanes, CInt(side), source, second, places, target, apart, channels)
    }

    public static func largestMagnitude(_ x: UnsafePointer<Float>, count: Int) -> Float {
        lanes_largest_magnitude_float(x, count)
    }
}

extension Double {
    @inline(__always)
    public static func transform(
        _ kind: TileTransform, side: Int, _ source: UnsafePointer<Double>, and second: UnsafePointer<Double>?,
        places: UnsafePointer<Int>?, into target: UnsafeMutablePointer<Double>, apart: Int, channels: Int
    ) {
        lanes_transform_double(kind.lanes, CInt(side), source, second, places, target, apart, channels)
    }

    public static func largestMagnitude(_ x: UnsafePointer<Double>, count: Int) -> Double {
        lanes_largest_magnitude_double(x, count)
    }
}
