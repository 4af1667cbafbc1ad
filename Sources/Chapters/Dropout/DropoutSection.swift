import Notebook

/// Section 7.11: dropout.
public enum DropoutSection: Section {
    public static let info = SectionInfo(slug: "dropout", title: "Dropout")
    public static let studies: [any Study.Type] = [
        Members.self, SubNetworks.self, Scaling.self, Approximation.self, Sampling.self, Comparison.self,
        PublishedTable.self, Sequences.self, Sizes.self, Costs.self, Widths.self, FastTraining.self, Relatives.self,
    ]
}
