import Notebook

/// Section 7.13: adversarial training.
public enum AdversarialTrainingSection: Section {
    public static let info = SectionInfo(slug: "adversarial-training", title: "Adversarial training")
    public static let studies: [any Study.Type] = [
        Pictures.self, Attacks.self, LinearFunctions.self, Training.self, Masking.self,
    ]
}
