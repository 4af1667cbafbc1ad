import Notebook

public enum LengthSection: Section {
    public static let info = SectionInfo(slug: "length", title: "How long to look")
    public static let studies: [any Study.Type] = [
        Windows.self
    ]
}
