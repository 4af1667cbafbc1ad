import Notebook

/// Section 7.7: early stopping.
public enum EarlyStoppingSection: Section {
    public static let info = SectionInfo(
        slug: "early-stopping", title: "Early stopping as a form of regularization")
    public static let studies: [any Study.Type] = [
        LearningCurves.self, Shapes.self, ScriptedSequences.self, Monitoring.self, Surrogate.self, Retraining.self,
        Endless.self, Quadratic.self, TwoWeights.self, Filters.self,
    ]
}
