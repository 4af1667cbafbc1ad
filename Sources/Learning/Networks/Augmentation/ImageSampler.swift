/// Reads a square image between its pixels; outside there is 0.
struct ImageSampler {
    let pixels: [Float]
    let side: Int

    /// The bilinear mean of the four pixels round (`x`, `y`); pixel centres lie at whole numbers.
    func value(x: Double, y: Double) -> Float {
        let inside = -1..<Double(side)
        guard inside.contains(x) && inside.contains(y) else { return 0 }
        let left = x.rounded(.down)
        let top = y.rounded(.down)
        let (column, row) = (Int(left), Int(top))
        let (u, v) = (Float(x - left), Float(y - top))
        let above = (1 - u) * pixel(row, column) + u * pixel(row, column + 1)
        let below = (1 - u) * pixel(row + 1, column) + u * pixel(row + 1, column + 1)
        return (1 - v) * above + v * below
    }

    private func pixel(_ row: Int, _ column: Int) -> Float {
        0..<side ~= row && 0..<side ~= column ? pixels[row * side + column] : 0
    }
}
