import Foundation

/// Tables of the ziggurat method for standard normals with 256 layers
/// (Marsaglia and Tsang 2000; layer, sign and position use separate bits, as Doornik 2005 advises).
struct Ziggurat: Sendable {
    /// Right edges of the layers, from the widest (the base, stretched to hold the tail) down to 0: 257 values.
    let edges: [Double]
    /// exp(−x²/2) at the edges.
    let heights: [Double]

    /// Where the tail begins, and the area of each layer.
    static let tail = 3.654152885361009
    private static let area = 0.004928673233974655

    static let standard = Ziggurat()

    private init() {
        var edges = [Ziggurat.area / Ziggurat.height(Ziggurat.tail), Ziggurat.tail]
        while edges.count < 256 {
            let x = edges[edges.count - 1]
            edges.append((-2 * log(Ziggurat.area / x + Ziggurat.height(x))).squareRoot())
        }
        edges.append(0)
        self.edges = edges
        heights = edges.map(Ziggurat.height)
    }

    private static func height(_ x: Double) -> Double { exp(-0.5 * x * x) }

    /// A normal from 64 random bits; `more` gives further bits in about one call of eighty.
    @inline(__always)
    func normal(_ bits: UInt64, edges: UnsafePointer<Double>, more: () -> UInt64) -> Double {
        var bits = bits
        while true {
            let layer = Int(truncatingIfNeeded: bits & 0xff)
            let x = Double(bits >> 11) * 0x1p-53 * edges[layer]
            let negative = bits & 0x100 != 0
            if x < edges[layer + 1] { return negative ? -x : x }
            if let x = onTheEdge(layer, x, more) { return negative ? -x : x }
            bits = more()
        }
    }

    /// What to do with a point that is not inside its layer's rectangle: nil to draw again.
    @inline(never)
    private func onTheEdge(_ layer: Int, _ x: Double, _ more: () -> UInt64) -> Double? {
        if layer == 0 {
            // Marsaglia's method for the tail.
            while true {
                let a = -log(1 - Double(more() >> 11) * 0x1p-53) / Ziggurat.tail
                let b = -log(1 - Double(more() >> 11) * 0x1p-53)
                if 2 * b > a * a { return Ziggurat.tail + a }
            }
        }
        let y = heights[layer] + (heights[layer + 1] - heights[layer]) * (Double(more() >> 11) * 0x1p-53)
        return y < Ziggurat.height(x) ? x : nil
    }
}
