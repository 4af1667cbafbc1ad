import Foundation
import Hashing

/// The pictures from files that templates show.
struct PictureFiles: Sendable {
    /// The folder of templates.
    let folder: URL

    /// What a file holds.
    enum Kind: String {
        case png, svg, pdf
    }

    /// The picture that a template asks for; the problem where there is none.
    func picture(_ query: PictureQuery, number: String, alt: String) -> Result<Picture, Problem> {
        func failure(_ kind: Problem.Kind) -> Result<Picture, Problem> {
            .failure(Problem(kind, at: query.path.place))
        }
        let path = query.path.text
        guard let data = data(of: path) else { return failure(.missingPicture(path)) }
        guard let size = Self.kind(of: path).flatMap({ Self.size(of: data, $0) }), size.width >= 1, size.height >= 1
        else { return failure(.badPicture(path)) }
        return .success(
            Picture(path: path, id: query.label?.text, number: number, alt: alt, width: query.width, size: size))
    }

    /// Hexadecimal digest of a file; empty where there is none.
    func digest(of path: String) -> String { data(of: path).map { Digest(of: $0).hex } ?? "" }

    /// The bytes of a file below the folder of templates.
    func data(of path: String) -> Data? {
        let text = path.removingPercentEncoding ?? path
        guard !text.hasPrefix("/"), !text.split(separator: "/").contains("..") else { return nil }
        return FileManager.default.contents(atPath: folder.appending(path: text).path(percentEncoded: false))
    }

    static func kind(of path: String) -> Kind? { Kind(rawValue: (path as NSString).pathExtension.lowercased()) }

    // MARK: Forms

    /// The picture as pages show it.
    func forPages(_ picture: Picture) throws -> Data {
        guard let data = data(of: picture.path) else { throw ReportError.missingFile(picture.path) }
        guard Self.kind(of: picture.path) == .pdf else { return data }
        return try convert(data, "pdf", by: "pdftocairo", ["-svg", "-f", "1", "-l", "1"], to: "svg", picture)
    }

    /// The picture as LaTeX takes it.
    func forPaper(_ picture: Picture) throws -> Data {
        guard let data = data(of: picture.path) else { throw ReportError.missingFile(picture.path) }
        guard Self.kind(of: picture.path) == .svg else { return data }
        return try convert(data, "svg", by: "rsvg-convert", ["--format", "pdf", "--output"], to: "pdf", picture)
    }

    private func convert(
        _ data: Data, _ from: String, by name: String, _ options: [String], to ending: String, _ picture: Picture
    ) throws -> Data {
        guard let program = InstalledProgram.named(name) else {
            throw ReportError.cannotConvert(picture.path, program: name)
        }
        let scratch = FileManager.default.temporaryDirectory.appending(path: "regbook-picture-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { _ = Result { try FileManager.default.removeItem(at: scratch) } }
        let (before, after) = (
            scratch.appending(path: "in.\(from)").path, scratch.appending(path: "out.\(ending)").path
        )
        try data.write(to: URL(filePath: before))
        let files = name == "rsvg-convert" ? [after, before] : [before, after]
        let environment = ["PATH": "/usr/bin:/bin", "SOURCE_DATE_EPOCH": "946684800", "LC_ALL": "C"]
        let outcome = try ChildProcess(
            program, options + files, environment: environment, in: scratch
        ).run(limit: 60)
        guard outcome.ending == .exited(0), let made = FileManager.default.contents(atPath: after) else {
            throw ReportError.cannotConvert(picture.path, program: name)
        }
        return made
    }

    // MARK: Sizes

    /// The size in points; nil for what is no such file.
    static func size(of data: Data, _ kind: Kind) -> Picture.Size? {
        switch kind {
        case .png: pngSize([UInt8](data.prefix(4096)))
        case .svg: svgSize(String(decoding: data.prefix(8192), as: UTF8.self))
        case .pdf: pdfSize(data)
        }
    }

    /// By its pixels, of which 96 make an inch, or as many as the file says.
    private static func pngSize(_ bytes: [UInt8]) -> Picture.Size? {
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.count > 24 else { return nil }
        func number(_ at: Int) -> Double { Double(bytes[at..<(at + 4)].reduce(0) { $0 << 8 | UInt64($1) }) }
        var perInch = 96.0
        if let mark = bytes.firstRange(of: Array("pHYs".utf8)), mark.upperBound + 9 <= bytes.count,
            bytes[mark.upperBound + 8] == 1
        {
            let perMetre = number(mark.upperBound)
            if perMetre > 1000 { perInch = perMetre * 0.0254 }
        }
        return Picture.Size(width: number(16) * 72 / perInch, height: number(20) * 72 / perInch)
    }

    private static func svgSize(_ text: String) -> Picture.Size? {
        guard let open = text.firstRange(of: "<svg"), let close = text[open.upperBound...].firstIndex(of: ">") else {
            return nil
        }
        let tag = text[open.upperBound..<close]
        func value(_ name: String) -> Substring? {
            for quote in ["\"", "'"] {
                guard let start = tag.firstRange(of: " \(name)=\(quote)") ?? tag.firstRange(of: "\n\(name)=\(quote)")
                else {
                    continue
                }
                return tag[start.upperBound...].prefix { String($0) != quote }
            }
            return nil
        }
        func length(_ text: Substring?) -> Double? {
            guard let match = text?.wholeMatch(of: /\s*([\d.]+)\s*(px|pt|mm|cm|in)?\s*/), let number = Double(match.1)
            else {
                return nil
            }
            let units: [Substring: Double] = ["pt": 1, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72]
            return number * (match.2.flatMap { units[$0] } ?? 0.75)
        }
        if let width = length(value("width")), let height = length(value("height")) {
            return Picture.Size(width: width, height: height)
        }
        let box = value("viewBox")?.split { " ,\n".contains($0) }.compactMap { Double($0) } ?? []
        return box.count == 4 ? Picture.Size(width: box[2] * 0.75, height: box[3] * 0.75) : nil
    }

    /// By its first page's box; a box inside a compressed object is not seen, and the page is taken for a quarter of a sheet.
    private static func pdfSize(_ data: Data) -> Picture.Size? {
        guard data.starts(with: "%PDF-".utf8) else { return nil }
        let text = String(decoding: data.prefix(1 << 20), as: UTF8.self)
        guard
            let match = text.firstMatch(of: /\/MediaBox\s*\[\s*(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s*\]/),
            let left = Double(match.1), let bottom = Double(match.2), let right = Double(match.3),
            let top = Double(match.4)
        else { return Picture.Size(width: 298, height: 210) }
        return Picture.Size(width: right - left, height: top - bottom)
    }
}
