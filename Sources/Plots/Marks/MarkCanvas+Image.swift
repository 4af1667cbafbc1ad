extension MarkCanvas {
    /// Draws pixels that fill a rectangle in points, cut at the plot area; below the other marks.
    public mutating func image(_ image: PixelImage, in rect: Rect) {
        guard image.columns > 0, image.rows > 0, rect.width > 0, rect.height > 0, plot.overlap(rect) > 0 else { return }
        fixedAreas.append(rect)
        if plot.contains(rect) {
            back.append(.image(image, rect))
        } else {
            back += [.pushClip(plot), .image(image, rect), .popClip]
        }
    }
}
