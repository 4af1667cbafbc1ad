import Learning

/// A data set that can be fetched: what its files are called, what they must hold and where they lie.
public struct FetchableSet: Sendable {
    /// One file, fetched as gzip.
    public struct File: Sendable {
        /// Its name when it is not compressed.
        public let name: String
        /// SHA-256 of its unpacked bytes, hexadecimal.
        public let checksum: String

        public init(name: String, checksum: String) {
            self.name = name
            self.checksum = checksum
        }

        /// Its name as it is fetched.
        var packedName: String { name + ".gz" }
    }

    /// As the command line calls it.
    public let name: String
    public let files: [File]
    /// Folders on the web that hold the files; they are tried in order.
    public let addresses: [String]

    public init(name: String, files: [File], addresses: [String]) {
        self.name = name
        self.files = files
        self.addresses = addresses
    }

    /// The handwritten digits of LeCun, Cortes and Burges, from two of their public mirrors.
    public static let mnist = FetchableSet(
        name: "mnist", files: MNISTFile.allCases.map { File(name: $0.rawValue, checksum: $0.unpackedChecksum) },
        addresses: [
            "https://ossci-datasets.s3.amazonaws.com/mnist", "https://storage.googleapis.com/cvdf-datasets/mnist",
        ])
}
