import Notebook

public enum HarmonicsSection: Section {
    public static let info = SectionInfo(slug: "harmonics", title: "Eight periods")
    public static let studies: [any Study.Type] = [
        Fit.self
    ]
}
