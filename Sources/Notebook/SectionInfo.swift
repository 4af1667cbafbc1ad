/// What a section is called and what it reads.
public struct SectionInfo: Sendable, Hashable {
    /// Kebab-case name in addresses, commands and template files: "early-stopping".
    public let slug: String
    /// The title a reader sees.
    public let title: String
    /// Whether the experiment asks its lab for labelled images, so that another data set makes its results stale.
    public let readsImages: Bool

    public init(slug: String, title: String, readsImages: Bool = false) {
        self.slug = slug
        self.title = title
        self.readsImages = readsImages
    }
}
