import Notebook

/// Beyond the chapter: the regularizers beside each other.
public enum RegularizersComparedSection: Section {
    public static let info = SectionInfo(slug: "regularizers-compared", title: "All regularizers on one task")
    public static let studies: [any Study.Type] = [OneTask.self]
}
