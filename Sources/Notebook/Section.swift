/// One section of the book: what it is called, and its studies in reading order.
public protocol Section: Sendable {
    /// The section's slug and title.
    static var info: SectionInfo { get }

    /// The studies in reading order, each with a name of its own.
    static var studies: [any Study.Type] { get }
}

/// A section of a single study may be that study.
extension Section where Self: Study {
    public static var name: String { info.slug }
    public static var question: String { info.title }
    public static var studies: [any Study.Type] { [Self.self] }
}
