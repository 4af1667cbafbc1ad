import Foundation

/// A program of this machine, by its name.
enum InstalledProgram {
    /// Where the search path finds it first; nil when it is not installed.
    static func named(_ name: String) -> URL? {
        let path = ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"]
        return path.split(separator: ":").map { "\($0)/\(name)" }
            .first(where: FileManager.default.isExecutableFile).map { URL(filePath: $0) }
    }

    /// Size and time of the file, which change when it is installed anew.
    static func stamp(of path: String) throws -> String {
        let file = URL(filePath: path).resolvingSymlinksInPath().path
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        let changed = attributes[.modificationDate] as? Date
        return "\(file) \(attributes[.size] ?? 0) \(changed?.timeIntervalSinceReferenceDate ?? 0)"
    }
}
