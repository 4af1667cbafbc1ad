/// What a page shows of one frame of a figure.
struct FigureView: Sendable {
    /// The picture itself when it is small enough to stand in the page; nil to load its file.
    let inlineSVG: String?
    let altText: String
    /// Its files, by the kind a reader sees: ("SVG", "figures/x.svg").
    let downloads: [Download]
    /// Width and height in points.
    let size: (width: Double, height: Double)
    let provenance: Provenance

    struct Download: Hashable, Sendable {
        let kind: String
        let path: String
    }
}
