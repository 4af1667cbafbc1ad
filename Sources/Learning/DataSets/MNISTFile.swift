/// One of the four files of MNIST; the raw value is its name when it is not compressed.
public enum MNISTFile: String, CaseIterable, Sendable {
    case trainingImages = "train-images-idx3-ubyte"
    case trainingLabels = "train-labels-idx1-ubyte"
    case testImages = "t10k-images-idx3-ubyte"
    case testLabels = "t10k-labels-idx1-ubyte"

    /// The names under which it is looked for, first choice first.
    public var names: [String] { [rawValue, rawValue + ".gz"] }

    /// How many dimensions its array has.
    public var rank: Int {
        switch self {
        case .trainingImages, .testImages: 3
        case .trainingLabels, .testLabels: 1
        }
    }

    /// SHA-256 of the original file, unpacked.
    public var unpackedChecksum: String {
        switch self {
        case .trainingImages: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"
        case .trainingLabels: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"
        case .testImages: "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"
        case .testLabels: "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"
        }
    }
}
