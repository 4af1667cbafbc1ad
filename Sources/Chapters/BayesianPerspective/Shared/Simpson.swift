/// The integral of `function` by Simpson's rule; `steps` is even.
func simpson(from low: Double, to high: Double, steps: Int, _ function: (Double) -> Double) -> Double {
    let width = (high - low) / Double(steps)
    let inner = (1..<steps).reduce(0) { sum, step in
        sum + (step.isMultiple(of: 2) ? 2 : 4) * function(low + Double(step) * width)
    }
    return (function(low) + inner + function(high)) * width / 3
}
