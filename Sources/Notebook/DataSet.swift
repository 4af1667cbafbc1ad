import DataSets
import Foundation

/// Data that studies of a book read: its files and their checksums, whose they are, and where they can be fetched.
///
///     DataSet.table(
///         "tides", title: "Tides at Brest", licence: "public domain", file: "tides.csv", checksum: "9f2c…")
public struct DataSet: Sendable {
    /// As commands and studies call it; its files lie in the folder of that name in the book's `data`.
    public let name: String
    /// As a reader calls it.
    public let title: String
    /// Whose it is and what one may do with it, in a line.
    public let licence: String
    public let files: [File]
    /// Folders on the web that hold the files, tried in order; none for files that come with the book.
    public let addresses: [String]
    public let contents: Contents

    /// One file.
    public struct File: Sendable, Hashable {
        /// Its name when it is not compressed.
        public let name: String
        /// SHA-256 of its unpacked bytes, hexadecimal.
        public let checksum: String
        /// Its name on the web, where it may be a gzip file.
        public let fetchedName: String

        public init(_ name: String, checksum: String, fetchedAs fetchedName: String? = nil) {
            self.name = name
            self.checksum = checksum
            self.fetchedName = fetchedName ?? name
        }
    }

    /// What the files hold.
    public enum Contents: Sendable {
        /// Labelled images: how they are read from a folder, and what stands in for them in the profile `quick`.
        case images(
            read: @Sendable (URL) throws -> any ImageSource, standIn: (@Sendable () throws -> any ImageSource)?)
        /// A table in one file, and the names of its columns where the file has none.
        case table(columns: [String])
    }

    /// Labelled images. A book has one such set at most.
    ///
    /// - Parameters:
    ///   - read: the images from a folder that holds the files.
    ///   - standIn: images that need no files, for whoever has not fetched these.
    public static func images(
        _ name: String, title: String, licence: String, files: [File], addresses: [String] = [],
        standIn: (@Sendable () throws -> any ImageSource)? = nil,
        read: @escaping @Sendable (URL) throws -> any ImageSource
    ) -> DataSet {
        DataSet(
            name: name, title: title, licence: licence, files: files, addresses: addresses,
            contents: .images(read: read, standIn: standIn))
    }

    /// A table in a CSV or NPY file.
    ///
    /// - Parameters:
    ///   - checksum: SHA-256 of the file, hexadecimal.
    ///   - columns: their names where the file has none: an NPY file, or a CSV file without a line of names.
    ///   - addresses: folders on the web that hold the file; none where it comes with the book.
    public static func table(
        _ name: String, title: String, licence: String, file: String, checksum: String, columns: [String] = [],
        addresses: [String] = []
    ) -> DataSet {
        DataSet(
            name: name, title: title, licence: licence, files: [File(file, checksum: checksum)], addresses: addresses,
            contents: .table(columns: columns))
    }

    private init(
        name: String, title: String, licence: String, files: [File], addresses: [String], contents: Contents
    ) {
        for part in [name] + files.flatMap({ [$0.name, $0.fetchedName] }) {
            precondition(!part.isEmpty && !part.hasPrefix(".") && !part.contains("/"), "'\(part)' is no name of a file")
        }
        self.name = name
        self.title = title
        self.licence = licence
        self.files = files
        self.addresses = addresses
        self.contents = contents
    }

    /// The handwritten digits of LeCun, Cortes and Burges, from two of their public mirrors.
    ///
    /// - Parameter standIn: images for the profile `quick`.
    public static func mnist(standIn: (@Sendable () throws -> any ImageSource)? = nil) -> DataSet {
        .images(
            "mnist", title: "MNIST", licence: "LeCun, Cortes and Burges; CC BY-SA 3.0",
            files: MNISTFile.allCases.map {
                File($0.rawValue, checksum: $0.unpackedChecksum, fetchedAs: $0.rawValue + ".gz")
            },
            addresses: [
                "https://ossci-datasets.s3.amazonaws.com/mnist", "https://storage.googleapis.com/cvdf-datasets/mnist",
            ], standIn: standIn
        ) { try MNIST(directory: $0) }
    }

    /// Whether it holds images.
    public var isImages: Bool { if case .images = contents { true } else { false } }
}
