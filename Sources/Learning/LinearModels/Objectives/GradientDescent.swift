import LinearAlgebra

/// Plain gradient descent: it knows the gradient and nothing else, so it can be held against any closed form.
public enum GradientDescent {
    /// The point where the norm of the gradient has fallen to `tolerance`, or the one reached after `steps` steps; NaN when
    /// the gradient becomes NaN.
    public static func minimize(
        from start: [Double], stepSize: Double, until tolerance: Double, atMost steps: Int = 2_000_000,
        gradient: ([Double]) -> [Double]
    ) -> [Double] {
        var w = start
        for _ in 0..<steps {
            let slope = gradient(w)
            let norm = slope.norm
            if norm <= tolerance { break }
            for index in w.indices { w[index] -= stepSize * slope[index] }
            if norm.isNaN { break }
        }
        return w
    }
}
