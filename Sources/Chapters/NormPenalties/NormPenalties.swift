import Notebook

/// Section 7.2: penalties on the norm of the parameters.
public enum NormPenaltiesSection: Section {
    public static let info = SectionInfo(slug: "norm-penalties", title: "Parameter norm penalties")
    public static let studies: [any Study.Type] = [
        Landscapes.self, WeightDecay.self, Offsets.self, Layers.self, Shrinkage.self, Centers.self, Lasso.self,
        Preferences.self, Selection.self, Priors.self,
    ]
}
