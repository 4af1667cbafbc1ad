import Notebook

/// Section 7.6: noise on the inputs and on the weights.
public enum NoiseRobustnessSection: Section {
    public static let info = SectionInfo(slug: "noise-robustness", title: "Noise robustness")
    public static let studies: [any Study.Type] = [
        Minimizers.self, Expansions.self, Sensitivity.self, LinearModels.self, Valley.self, Flatness.self,
        Recurrence.self, Uncertainty.self,
    ]
}
