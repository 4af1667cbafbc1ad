import Notebook

/// Section 7.12: several tasks that share a part of their model.
public enum MultiTaskLearningSection: Section {
    public static let info = SectionInfo(slug: "multi-task-learning", title: "Multi-task learning")
    public static let studies: [any Study.Type] = [
        Graph.self, Subspace.self, Pooling.self, Relatedness.self, Toy.self,
    ]
}
