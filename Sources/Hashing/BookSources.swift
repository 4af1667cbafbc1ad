import Foundation

/// Which sources decide what: an experiment's results, a section's page, the report's layout, and anything at all.
public struct BookSources: Sendable {
    /// One entry a folder of `Sources/Chapters`, sorted by name.
    public let sections: [Section]
    /// Everything that turns pages and prose into files.
    public let report: Digest
    /// Every file below `Sources`.
    public let everything: Digest

    /// The digests of one section's module.
    public struct Section: Sendable, Equatable {
        public let module: String
        /// What its results depend on: its files without those that draw, and all that an experiment can call.
        public let experiment: Digest
        /// What its page depends on besides its results.
        public let presentation: Digest
    }

    /// The files of `Notebook` through which an experiment computes and stores.
    private static let lab = ["Lab.swift", "StoredJSON.swift", "Estimate.swift"].map { "Notebook/\($0)" }

    /// - Parameter root: the package's folder.
    /// - Throws: when a file below `Sources` cannot be read.
    public init(root: URL) throws {
        let tree = try SourceTree(root: root.appending(path: "Sources", directoryHint: .isDirectory))
        let modules = tree.files.compactMap { file -> String? in
            let parts = file.path.split(separator: "/")
            return parts.count > 2 && parts[0] == "Chapters" ? String(parts[1]) : nil
        }
        sections = Set(modules).sorted().map { module in
            let folder = "Chapters/\(module)/"
            return Section(
                module: module,
                experiment: tree.digest { path in
                    path.hasPrefix(folder) && BookSources.computes(path)
                        || path.hasPrefix("Learning/") || path.hasPrefix("Digits/") || BookSources.lab.contains(path)
                },
                presentation: tree.digest { path in
                    path.hasPrefix(folder) || path.hasPrefix("Plots/") || path.hasPrefix("Notebook/")
                })
        }
        report = tree.digest { path in
            ["Report/", "Plots/", "Notebook/"].contains { path.hasPrefix($0) }
        }
        everything = tree.digest { _ in true }
    }

    /// Whether a section's file is part of its experiment: any Swift file but those that draw, judge or quote results.
    static func computes(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return name.hasSuffix(".swift") && !["Figures", "Claims", "Values"].contains { name.hasPrefix($0) }
    }

    /// Swift that hands these digests to `Build` as `SourceDigests.compiledIn`.
    public var swift: String {
        let rows = sections.map { section in
            """
                    "\(section.module)": .init(
                        experiment: "\(section.experiment)",
                        presentation: "\(section.presentation)"),
            """
        }
        return """
            import Build

            extension SourceDigests {
                static let compiledIn = SourceDigests(
                    sections: [
            \(rows.isEmpty ? "            :" : rows.joined(separator: "\n"))
                    ],
                    report: "\(report)",
                    everything: "\(everything)")
            }

            """
    }
}
