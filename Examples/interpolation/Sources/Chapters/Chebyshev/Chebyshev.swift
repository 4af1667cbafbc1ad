import Notebook

public enum ChebyshevSection: Section {
    public static let info = SectionInfo(slug: "chebyshev", title: "Chebyshev's points")
    public static let studies: [any Study.Type] = [
        Nodes.self
    ]
}
