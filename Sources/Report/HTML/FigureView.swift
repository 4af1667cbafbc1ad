/// What a page shows of one frame of a figure.
struct FigureView: Sendable {
    let svg: String
    /// The same for a phone, where it differs.
    let narrowSVG: String?
    /// The file of the drawing for a phone, by its place beside the pages.
    let narrowPath: String
    let altText: String
    /// Its numbers, as they stand in its file.
    let csv: String
    /// Its files, by the kind a reader sees: ("SVG", "figures/x.svg").
    let downloads: [Download]
    /// Width and height in points.
    let size: (width: Double, height: Double)
    let provenance: Provenance

    struct Download: Hashable, Sendable {
        let kind: String
        let path: String
    }

    /// The file of `kind`, by its place beside the pages.
    func path(of kind: String) -> String? { downloads.first { $0.kind == kind }?.path }
}
