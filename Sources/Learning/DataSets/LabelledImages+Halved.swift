extension LabelledImages {
    /// The images at half the side: each pixel the mean of 2 × 2. An odd last row and column are left out.
    public func halved() -> LabelledImages {
        let half = side / 2
        var means: [Float] = []
        means.reserveCapacity(count * half * half)
        for image in 0..<count {
            for row in 0..<half {
                for column in 0..<half {
                    let corner = (image * side + 2 * row) * side + 2 * column
                    let above = pixels[corner] + pixels[corner + 1]
                    let below = pixels[corner + side] + pixels[corner + side + 1]
                    means.append(0.25 * (above + below))
                }
            }
        }
        return LabelledImages(side: half, classes: classes, pixels: means, labels: labels)
    }
}
