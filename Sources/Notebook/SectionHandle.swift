/// A section of a library that was loaded while the program ran, handed over where no type of the library is known.
public final class SectionHandle: Sendable {
    public let section: AnySection

    /// - Parameter module: the module that holds it, as named in `Sources/Chapters`.
    public init<S: Section>(_ type: S.Type, module: String) {
        section = AnySection(type, module: module)
    }
}
