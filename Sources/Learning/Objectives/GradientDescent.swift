/// Plain gradient descent: it knows the gradient and nothing else, so it can be held against any closed form.
public enum GradientDescent {
    /// The point where the norm of the gradient has fallen to `tolerance`, or the one reached after `steps` steps.
    public static func minimize(
        from start: [Double], stepSize: Double, until tolerance: Double, atMost steps: Int = 2_000_000,
        gradient: ([Double]) -> [Double]
    ) -> [Double] {
        var w = start
        for _ in 0..<steps {
            let slope = gradient(w)
            if slope.norm <= tolerance { break }
            for index in w.indices { w[index] -= stepSize * slope[index] }
        }
        return w
    }
}
