import Foundation

/// KaTeX's style sheet and its fonts, of which a browser loads those that a page needs.
enum KaTeXFiles {
    /// The files of KaTeX, by their path beside the pages, from KaTeX's own `folder`.
    static func batch(from folder: URL, digest: String) throws(ReportError) -> Batch {
        let sheet = folder.appending(path: "katex.min.css").path
        let fonts: [String]
        do {
            fonts = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "fonts").path)
                .filter { $0.hasSuffix(".woff2") }.sorted()
        } catch {
            throw .missingKaTeX(folder.appending(path: "fonts").path)
        }
        return Batch(["katex/katex.css"] + fonts.map { "katex/fonts/\($0)" }, key: digest) {
            guard let data = FileManager.default.contents(atPath: sheet) else { throw ReportError.missingKaTeX(sheet) }
            let files = try fonts.map { name in
                let file = folder.appending(path: "fonts/\(name)").path
                guard let data = FileManager.default.contents(atPath: file) else {
                    throw ReportError.missingKaTeX(file)
                }
                return data
            }
            return [Data(withOneFormat(String(decoding: data, as: UTF8.self)).utf8)] + files
        }
    }

    /// `sheet` with each font as WOFF2 alone.
    private static func withOneFormat(_ sheet: String) -> String {
        sheet.split(separator: "}").map { rule in
            guard rule.hasPrefix("@font-face"), let face = rule.firstMatch(of: /url\(fonts\/([\w-]+)\.woff2\)/),
                let start = rule.firstRange(of: "src:")?.lowerBound
            else { return "\(rule)}" }
            let end = rule[start...].firstIndex(of: ";") ?? rule.endIndex
            return rule[..<start] + "src:url(fonts/\(face.1).woff2) format(\"woff2\")" + rule[end...] + "}"
        }.joined()
    }
}
