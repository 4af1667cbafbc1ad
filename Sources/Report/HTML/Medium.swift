/// What a page of HTML is read with.
enum Medium: Sendable {
    case browser
    /// An EPUB: no script, no popovers, pages are XHTML.
    case ebook

    /// The ending of a page's file.
    var ending: String {
        switch self {
        case .browser: "html"
        case .ebook: "xhtml"
        }
    }
}
