import Notebook

/// Section 7.5: more data, real and made.
public enum DatasetAugmentationSection: Section {
    public static let info = SectionInfo(slug: "dataset-augmentation", title: "Dataset augmentation")
    public static let studies: [any Study.Type] = [
        Gallery.self, Curves.self, Schemes.self, Flips.self, OutOfPlane.self, Robustness.self, HiddenNoise.self,
        DroppedInputs.self, Codes.self,
    ]
}
