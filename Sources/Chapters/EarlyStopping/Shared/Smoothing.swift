extension [Double] {
    /// The curve with each value replaced by the mean over a tenth of the curve around it, less at the ends.
    var smoothed: [Double] {
        let reach = count / 20
        return indices.map { epoch in
            self[Swift.max(0, epoch - reach)...Swift.min(count - 1, epoch + reach)].reduce(0, +)
                / Double(Swift.min(count - 1, epoch + reach) - Swift.max(0, epoch - reach) + 1)
        }
    }
}
