/// The marked places of an axis with their labels, set.
struct AxisTicks {
    /// A place with its label.
    struct Label {
        var value: Double
        var box: Typeset
        /// Whether the label reads upwards.
        var isTurned = false

        /// The size along the page.
        var width: Double { isTurned ? box.height : box.width }
        var height: Double { isTurned ? box.width : box.height }
    }

    var labels: [Label] = []
    /// Places between ticks that get a short mark without a label.
    var minor: [Double] = []
    /// What all numbers have in common, a factor or a summand; it stands once, behind the axis' label.
    var note = ""
}
