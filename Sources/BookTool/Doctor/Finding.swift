import Foundation

/// What the doctor found of a part.
struct Finding: Sendable, Equatable {
    let name: String
    /// The version, or "found" where there is none to ask for; nil for a missing part.
    let version: String?
    let purpose: String
    let package: String
    let isRequired: Bool
    let note: String

    init(_ part: Part) {
        name = part.name
        purpose = part.purpose
        package = part.package
        if case .build = part.need { isRequired = true } else { isRequired = false }
        note =
            switch part.need {
            case .build: ""
            case .compiling: " (only to compile)"
            case .pdf: " (only for the PDF)"
            case .prose(let what): " (only for \(what))"
            case .data: " (only to fetch data)"
            case .tests: " (only for the tests)"
            }
        version = Finding.version(by: part.probe)
    }

    /// One line of the doctor's table.
    func line(width: Int) -> String {
        let mark = version == nil ? "missing" : "found  "
        let rest = version.map { "\($0)" } ?? "install it with: sudo apt-get install \(package)"
        return "\(mark)  \(name.padding(toLength: width, withPad: " ", startingAt: 0))  \(rest); \(purpose)\(note)"
    }

    private static func version(by probe: Part.Probe) -> String? {
        switch probe {
        case .library(let name):
            // Without the program that knows, the libraries are not missing, only unknown.
            guard Program("pkg-config", ["--version"]).firstLine != nil else { return "unknown without pkg-config" }
            return Program("pkg-config", ["--modversion", name]).firstLine
        case .files(let paths):
            return paths.allSatisfy { FileManager.default.fileExists(atPath: $0) } ? "found" : nil
        case .program(let name, let arguments):
            return Program(name, arguments).firstLine
        case .tex(let names):
            return names.allSatisfy { Program("kpsewhich", [$0]).firstLine != nil } ? "found" : nil
        }
    }
}
