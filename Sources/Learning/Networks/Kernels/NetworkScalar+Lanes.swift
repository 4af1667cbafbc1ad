import CLanes
import LinearAlgebra

extension Float {
    @inline(__always)
    public static func pool(
        _ image: UnsafePointer<Float>, _ shape: FeatureShape, side: Int, best: UnsafeMutablePointer<Float>,
        winner: UnsafeMutablePointer<Float>
    ) {
        lanes_pool_float(CInt(side), shape.height, shape.width, shape.channels, image, best, winner)
    }

    @inline(__always)
    public static func unpool(
        _ delta: UnsafePointer<Float>, winner: UnsafePointer<Float>, side: Int, into image: UnsafeMutablePointer<Float>,
        _ shape: FeatureShape
    ) {
        lanes_unpool_float(CInt(side), shape.height, shape.width, shape.channels, delta, winner, image)
    }

    @inline(__always)
    public static func dot(_ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, count: Int) -> Float {
        lanes_dot_float(x, y, count)
    }

    @inline(__always)
    public static func fillMask(
        _ mask: UnsafeMutablePointer<Float>, count: Int, from state: UnsafeMutablePointer<UInt32>, below limit: UInt32,
        kept: Float
    ) {
        lanes_mask_float(state, mask, count, limit, kept)
    }
}

extension Double {
    @inline(__always)
    public static func pool(
        _ image: UnsafePointer<Double>, _ shape: FeatureShape, side: Int, best: UnsafeMutablePointer<Double>,
        winner: UnsafeMutablePointer<Double>
    ) {
        lanes_pool_double(CInt(side), shape.height, shape.width, shape.channels, image, best, winner)
    }

    @inline(__always)
    public static func unpool(
        _ delta: UnsafePointer<Double>, winner: UnsafePointer<Double>, side: Int,
        into image: UnsafeMutablePointer<Double>,
        _ shape: FeatureShape
    ) {
        lanes_unpool_double(CInt(side), shape.height, shape.width, shape.channels, delta, winner, image)
    }

    @inline(__always)
    public static func dot(_ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, count: Int) -> Double {
        lanes_dot_double(x, y, count)
    }

    @inline(__always)
    public static func fillMask(
        _ mask: UnsafeMutablePointer<Double>, count: Int, from state: UnsafeMutablePointer<UInt32>, below limit: UInt32,
        kept: Double
    ) {
        lanes_mask_double(state, mask, count, limit, kept)
    }
}
