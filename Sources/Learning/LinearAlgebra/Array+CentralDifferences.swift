extension [Double] {
    /// The gradient of `function` at this point by central differences.
    public func centralDifferences(step: Double = 1e-5, of function: ([Double]) -> Double) -> [Double] {
        indices.map { place in
            var (up, down) = (self, self)
            up[place] += step
            down[place] -= step
            return (function(up) - function(down)) / (2 * step)
        }
    }
}
