import Notebook

public enum EvenlySpacedSection: Section {
    public static let info = SectionInfo(slug: "evenly-spaced", title: "Evenly spaced points")
    public static let studies: [any Study.Type] = [
        Degrees.self
    ]
}
