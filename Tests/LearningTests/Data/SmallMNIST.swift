import Foundation
import Learning

/// Writes the four files of a tiny data set, 2×2 pixels, into a fresh folder that lives as long as the value's user.
struct SmallMNIST {
    let directory: URL
    static let header: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 5, 0, 0, 0, 2, 0, 0, 0, 2]
    static let pixels: [UInt8] = (0..<20).map { $0 * 10 }
    static let images: [UInt8] = header + pixels
    static let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 5, 3, 1, 4, 1, 9]
    /// `labels` as gzip writes them.
    static let packedLabels: [UInt8] = [
        0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x63, 0x60, 0xe0, 0x60, 0x64, 0x60, 0x60, 0x60,
        0x65, 0x66, 0x64, 0x61, 0xe4, 0x04, 0x00, 0xc6, 0x61, 0x6a, 0x92, 0x0d, 0x00, 0x00, 0x00,
    ]

    init(changing changed: [MNISTFile: [UInt8]?] = [:]) throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("mnist-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        for file in MNISTFile.allCases {
            guard let bytes = changed[file] ?? (file.rank == 3 ? SmallMNIST.images : SmallMNIST.labels) else {
                continue
            }
            let name = file.names[Gzip.isCompressed(bytes) ? 1 : 0]
            try Data(bytes).write(to: directory.appendingPathComponent(name))
        }
    }

    func remove() throws { try FileManager.default.removeItem(at: directory) }
}
