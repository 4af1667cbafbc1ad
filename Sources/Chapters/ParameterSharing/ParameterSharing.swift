import Notebook

/// Section 7.8: parameters that are drawn together, and parameters that are one.
public enum ParameterSharingSection: Section {
    public static let info = SectionInfo(slug: "parameter-sharing", title: "Parameter tying and parameter sharing")
    public static let studies: [any Study.Type] = [
        Limits.self, Tying.self, Hybrid.self, Layers.self, Equivariance.self, Networks.self,
    ]
}
