import Notebook

/// The chapter's introduction: what regularization buys and what it costs.
public enum WhyRegularizeSection: Section {
    public static let info = SectionInfo(slug: "why-regularize", title: "Why regularize")
    public static let studies: [any Study.Type] = [
        Fits.self, Regimes.self, Sweep.self, Trade.self, Widths.self,
    ]
}
