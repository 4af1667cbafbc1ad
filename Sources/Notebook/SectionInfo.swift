/// What a section is called.
public struct SectionInfo: Sendable, Hashable {
    /// Kebab-case name in addresses, commands and template files: "early-stopping".
    public let slug: String
    /// The title a reader sees.
    public let title: String

    public init(slug: String, title: String) {
        self.slug = slug
        self.title = title
    }
}
