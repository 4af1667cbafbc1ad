/// How much one client may ask of the preview, so that none can hold it up or fill its memory.
package struct PreviewLimits: Sendable {
    /// Connections at once; more wait to be accepted.
    package var connections = 192
    /// Pages that listen for changes at once; the oldest leaves first.
    package var spectators = 128
    /// Bytes of a request's line and headers together.
    package var headBytes = 16_384
    /// Seconds in which a request's head must have come, however slowly its bytes drip.
    package var headSeconds = 5.0
    /// Seconds in which a response must have been taken.
    package var responseSeconds = 30.0
    /// Bytes of a page's message.
    package var messageBytes = 16_384
    /// Requests over one connection.
    package var requests = 1000

    package init() {}
}
