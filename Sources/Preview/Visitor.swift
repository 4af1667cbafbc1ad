/// An open page that talks with the server.
public struct Visitor: Hashable, Sendable {
    private let socket: ClientSocket
    private let spectators: Spectators

    init(_ socket: ClientSocket, of spectators: Spectators) {
        self.socket = socket
        self.spectators = spectators
    }

    /// Tells the page something; one that has left hears nothing.
    ///
    /// - Parameter message: JSON with a `state` that the preview itself does not use.
    public func tell(_ message: String) { spectators.tell(message, socket) }

    public static func == (first: Visitor, second: Visitor) -> Bool { first.socket === second.socket }
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(socket)) }
}
