extension Role {
    /// The second cue of lines in this role.
    public var dash: Dash {
        switch self {
        case .penalty: .dotted
        case .validation: .dashed
        case .test: .dashDotted
        case .trajectory: .dashed
        case .truth: .longDashed
        case .series(let index):
            [
                .solid, .dashed, .dotted, .dashDotted, .longDashed, .custom([6, 2.5, 0.01, 2.5, 0.01, 2.5]),
                .custom([1.5, 2.5]), .custom([8, 3, 2.5, 3]),
            ][Role.place(index)]
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
