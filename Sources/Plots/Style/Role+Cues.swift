extension Role {
    /// The second cue of lines in this role.
    public var dash: Dash {
        switch self {
        case .penalty: .dotted
        case .validation: .dashed
        case .test: .dashDotted
        case .trajectory: .dashed
        case .truth: .longDashed
        case .series(let index): [.solid, .dashed, .dotted, .dashDotted][Role.place(index) % 4]
        default: .solid
        }
    }

    /// The second cue of points in this role.
    public var marker: Marker {
        switch self {
        case .regularized: .openDot
        case .penalty: .square
        case .validation: .diamond
        case .test: .triangle
        case .truth: .cross
        case .series(let index):
            [.dot, .square, .triangle, .diamond, .openDot, .openSquare, .cross, .plus][Role.place(index)]
        default: .dot
        }
    }
}
