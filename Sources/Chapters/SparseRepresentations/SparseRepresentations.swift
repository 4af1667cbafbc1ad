import Notebook

/// Section 7.9: representations most of whose elements are zero.
public enum SparseRepresentationsSection: Section {
    public static let info = SectionInfo(slug: "sparse-representations", title: "Sparse representations")
    public static let studies: [any Study.Type] = [
        Displays.self, Coding.self, Penalties.self, Autoencoders.self, Generalization.self,
    ]
}
