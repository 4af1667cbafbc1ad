import Foundation

/// KaTeX's style sheet and those of its fonts that the pages need.
enum KaTeXFiles {
    /// The files of KaTeX for formulas with these `classes`, from KaTeX's own `folder`.
    ///
    /// The style sheet's rules name a font each; a font is copied when a class of its rules stands in a formula.
    static func files(for classes: Set<String>, folder: URL) throws(ReportError) -> [ProductFile] {
        let path = folder.appending(path: "katex.min.css").path
        guard let data = FileManager.default.contents(atPath: path) else { throw .missingKaTeX(path) }
        var sheet = ""
        var fonts: [String] = []
        let rules = String(decoding: data, as: UTF8.self).split(separator: "}").map { "\($0)}" }
        let wanted = families(in: rules, for: classes)
        for rule in rules {
            guard rule.hasPrefix("@font-face"), let face = rule.firstMatch(of: /url\(fonts\/([\w-]+)\.woff2\)/) else {
                sheet += rule
                continue
            }
            let name = String(face.1)
            guard wanted.contains(String(name.prefix { $0 != "-" })) else { continue }
            fonts.append(name)
            let start = rule.firstRange(of: "src:")?.lowerBound ?? rule.endIndex
            let end = rule[start...].firstIndex { ";}".contains($0) } ?? rule.endIndex
            sheet += rule[..<start] + "src:url(fonts/\(name).woff2) format(\"woff2\")" + rule[end...]
        }
        var files = [ProductFile("katex/katex.css", sheet)]
        for name in fonts {
            let file = folder.appending(path: "fonts/\(name).woff2").path
            guard let data = FileManager.default.contents(atPath: file) else { throw .missingKaTeX(file) }
            files.append(ProductFile("katex/fonts/\(name).woff2", data))
        }
        return files
    }

    private static func families(in rules: [String], for classes: Set<String>) -> Set<String> {
        var wanted: Set<String> = ["KaTeX_Main", "KaTeX_Math"]
        for rule in rules where !rule.hasPrefix("@font-face") {
            guard let family = rule.firstMatch(of: /font(?:-family)?:[^;}]*(KaTeX_\w+)/) else { continue }
            let named = rule.prefix { $0 != "{" }.matches(of: /\.([\w-]+)/).map(\.1)
            if named.contains(where: { $0 != "katex" && classes.contains(String($0)) }) {
                wanted.insert(String(family.1))
            }
        }
        return wanted
    }
}
