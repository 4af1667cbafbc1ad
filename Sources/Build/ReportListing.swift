import Foundation

/// What the `build.json` of a whole report says of itself: the digest of what it was made from, and every file that its build
/// wrote. A folder without it, or with another program's file of that name, is no report.
public struct ReportListing: Codable, Sendable {
    /// Hexadecimal digest of everything the report was made from.
    public let key: String
    /// Paths from the report's folder.
    public let files: [String]

    public init(key: String, files: [String]) {
        self.key = key
        self.files = files
    }

    private static let sizeLimit = 1 << 26

    /// The listing of the report in `folder`; nil for a folder that holds none.
    ///
    /// - Throws: `BuildError.file` when it can't be read.
    public init?(of folder: String) throws(BuildError) {
        let data: Data?
        do {
            data = try FileSystem.contents(
                of: "\(folder)/\(OutputFolder.marker)", limit: Self.sizeLimit, followsLinks: false)
        } catch .notRegular, .tooLarge {
            return nil
        }
        guard let data, let listing = try? JSONDecoder().decode(ReportListing.self, from: data),
            listing.key.utf8.count == 64, listing.files.contains(OutputFolder.marker)
        else { return nil }
        self = listing
    }
}
