import Foundation
import Testing

struct SnapshotSizeTests {
    /// A reference that nobody can read through is no reference.
    @Test func noReferenceIsLarge() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.fileSizeKey])
        {
            let size = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            #expect(size <= 200_000, "\(file.lastPathComponent): \(size) bytes")
        }
    }
}
