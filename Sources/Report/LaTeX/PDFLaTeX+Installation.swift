import Foundation

extension PDFLaTeX {
    /// What tells whether programs, packages or fonts of this machine's TeX changed: TeX lists its files anew whenever
    /// some are installed.
    var installation: String {
        get throws(ReportError) {
            do {
                return try ([program.path] + list(["-all", "ls-R"])).map(InstalledProgram.stamp).joined(separator: "\n")
            } catch {
                throw .latexFailed("\(error)")
            }
        }
    }

    /// The paths of the files that TeX finds for `arguments`.
    func list(_ arguments: [String]) throws(ReportError) -> [String] {
        let lister = program.deletingLastPathComponent().appending(path: "kpsewhich")
        guard FileManager.default.isExecutableFile(atPath: lister.path) else { return [] }
        do {
            let found = try process(lister, arguments).run().output
            return String(decoding: found, as: UTF8.self).split(separator: "\n").map(String.init)
        } catch {
            throw .latexFailed("\(error)")
        }
    }
}
