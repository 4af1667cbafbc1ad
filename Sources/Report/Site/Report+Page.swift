import Foundation

extension Report {
    /// The page of the section `slug` and the files of its figures alone, by their paths.
    ///
    /// - Throws: `ReportError.problems` with everything wrong in the templates.
    public func files(ofPage slug: String) throws -> [String: Data] {
        let site = try Site(of: self)
        let own = try site.batches().filter { batch in
            batch.paths.contains("\(slug).html") || batch.paths.contains { $0.hasPrefix("figures/\(slug)-") }
        }
        let made = try Parallel.map(own) { (paths: $0.paths, data: try $0.make()) }
        try site.check()
        return made.reduce(into: [:]) { files, batch in
            for (path, data) in zip(batch.paths, batch.data) { files[path] = data }
        }
    }
}
