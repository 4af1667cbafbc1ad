import Foundation

extension PDFLaTeX {
    /// What tells whether programs, packages or fonts of this machine's TeX changed: TeX lists its files anew whenever
    /// some are installed.
    var installation: String {
        get throws(ReportError) {
            let lister = program.deletingLastPathComponent().appending(path: "kpsewhich")
            guard FileManager.default.isExecutableFile(atPath: lister.path) else { return "" }
            do {
                let lists = try process(lister, ["-all", "ls-R"]).run().output
                let files = String(decoding: lists, as: UTF8.self).split(separator: "\n").map(String.init)
                return try ([program.path] + files).map(Self.stamp).joined(separator: "\n")
            } catch {
                throw .latexFailed("\(error)")
            }
        }
    }

    private static func stamp(_ path: String) throws -> String {
        let file = URL(filePath: path).resolvingSymlinksInPath().path
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        let changed = attributes[.modificationDate] as? Date
        return "\(file) \(attributes[.size] ?? 0) \(changed?.timeIntervalSinceReferenceDate ?? 0)"
    }
}
