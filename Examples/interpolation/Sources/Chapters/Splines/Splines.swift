import Notebook

public enum SplinesSection: Section {
    public static let info = SectionInfo(slug: "splines", title: "Cubic splines")
    public static let studies: [any Study.Type] = [
        Convergence.self, Noise.self,
    ]
}
