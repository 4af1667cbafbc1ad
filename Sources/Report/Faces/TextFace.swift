import Foundation
import Hashing

/// A font of the pages' text, which comes with the report so that pages look the same everywhere.
package enum TextFace: String, CaseIterable {
    case serif = "truetype/charis/CharisSIL-Regular.ttf"
    case serifItalic = "truetype/charis/CharisSIL-Italic.ttf"
    case serifBold = "truetype/charis/CharisSIL-Bold.ttf"
    case serifBoldItalic = "truetype/charis/CharisSIL-BoldItalic.ttf"
    case sans = "opentype/inter/Inter-Regular.otf"
    case sansItalic = "opentype/inter/Inter-Italic.otf"
    case sansSemiBold = "opentype/inter/Inter-SemiBold.otf"

    /// Where Debian's packages keep fonts.
    static let systemFolder = URL(filePath: "/usr/share/fonts", directoryHint: .isDirectory)

    /// Latin, Greek and the signs of prose; other letters are set in what the reader has.
    static let letters: [ClosedRange<UInt32>] = [
        0x20...0x7E, 0xA0...0x17F, 0x2C6...0x2DD, 0x384...0x3CE, 0x2010...0x2015, 0x2018...0x201E, 0x2020...0x2022,
        0x2026...0x2026, 0x2030...0x2030, 0x2032...0x2033, 0x2039...0x203A, 0x2044...0x2044, 0x20AC...0x20AC,
        0x2122...0x2122, 0x2190...0x2193, 0x2212...0x2212, 0x221A...0x221A, 0x221E...0x221E, 0x2248...0x2248,
        0x2260...0x2260, 0x2264...0x2265, 0xFB00...0xFB04,
    ]

    /// The path beside the pages: "faces/serif-italic.woff".
    var path: String {
        let words = "\(self)".map { $0.isUppercase ? "-\($0.lowercased())" : "\($0)" }.joined()
        return "faces/\(words).woff"
    }

    /// All of them, cut down to the letters that pages need.
    ///
    /// - Parameter code: a digest of the code that cuts.
    static func batches(from folder: URL = systemFolder, code: String) throws(ReportError) -> [Batch] {
        var batches: [Batch] = []
        for face in allCases {
            let file = folder.appending(path: face.rawValue)
            let state: URLResourceValues
            do {
                state = try file.resourceValues(forKeys: [.fileSizeKey, .contentModificationDateKey])
            } catch {
                throw .missingFont(file.path)
            }
            let date = state.contentModificationDate?.timeIntervalSince1970 ?? 0
            let key = Digest(ofFields: ["face 1", code, "\(state.fileSize ?? 0)", "\(date)"]).hex
            batches.append(Batch([face.path], key: key) { [try face.webFont(of: file)] })
        }
        return batches
    }

    package func webFont(of file: URL) throws(ReportError) -> Data {
        guard let font = FileManager.default.contents(atPath: file.path) else { throw .missingFont(file.path) }
        guard let part = FontSubset.of(font, letters: Self.letters), let packed = WebFont.of(part) else {
            throw .unreadableFont(file.path)
        }
        return packed
    }
}
