/// What a report was made with and from besides its sections, for the page about the build.
public struct BuildFacts: Sendable {
    public let parts: [Part]
    public let data: [DataSet]

    /// A program or library and its version.
    public struct Part: Sendable {
        public let name: String
        public let version: String
        /// The version without what was measured of it, which differs from run to run.
        public let untimedVersion: String

        public init(_ name: String, _ version: String, untimed: String? = nil) {
            self.name = name
            self.version = version
            untimedVersion = untimed ?? version
        }
    }

    /// A data set and what tells it from any other.
    public struct DataSet: Sendable {
        public let name: String
        /// Hexadecimal digest of its bytes, or of the program that draws it.
        public let checksum: String

        public init(_ name: String, checksum: String) {
            self.name = name
            self.checksum = checksum
        }
    }

    public init(parts: [Part] = [], data: [DataSet] = []) {
        self.parts = parts
        self.data = data
    }
}
