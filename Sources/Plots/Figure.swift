/// A figure as a value.
public struct Figure: Sendable {
    public init() {}
}
