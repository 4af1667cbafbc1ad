import Foundation

/// What answers the wishes of open pages.
///
/// Only pages of this server are heard: their origin is checked when they connect, and each message bears the token that the
/// page was sent with.
public protocol VisitorService: Sendable {
    /// Hears a message, on the thread of the page's own connection.
    func receive(_ message: Data, from visitor: Visitor)
    /// Hears that the page has gone.
    func leave(_ visitor: Visitor)
    /// What stands at a path below `/.preview/live/`, and the ending of its name; nil for nothing.
    func file(at path: [String]) -> (data: Data, ending: String)?
}
