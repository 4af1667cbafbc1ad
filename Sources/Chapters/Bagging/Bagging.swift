import Notebook

/// Section 7.10: bagging and the error of an average.
public enum BaggingSection: Section {
    public static let info = SectionInfo(slug: "bagging", title: "Bagging and other ensemble methods")
    public static let studies: [any Study.Type] = [
        Cartoon.self, Averages.self, Trees.self, Networks.self, Differences.self, PublishedSize.self, Resamples.self,
        Stumps.self, Growing.self,
    ]
}
