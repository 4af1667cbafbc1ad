import ArgumentParser

/// `regbook doctor`: whether everything is there that a build needs.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Checks every part that a build needs and says how to install what is missing."
    )

    @Option(help: ArgumentHelp("Also checks the MNIST files in this folder.", valueName: "folder"))
    var data: String?

    func run() throws {
        let findings = Part.all.map(Finding.init)
        let width = findings.map(\.name.count).max() ?? 0
        for finding in findings { tool.console.print(finding.line(width: width)) }
        try checkData()
        let missing = findings.filter { $0.version == nil }
        if missing.isEmpty {
            tool.console.print("Everything is there.")
        } else {
            let packages = missing.map(\.package).joined(separator: " ")
            tool.console.print("To install what is missing: sudo apt-get install --no-install-recommends \(packages)")
        }
        if missing.contains(where: \.isRequired) { throw ExitCode.failure }
    }

    private func checkData() throws {
        guard let data else {
            tool.console.print("found    data: digits that the project draws; MNIST is read with --data")
            return
        }
        let source = try tool.imageSource.files(tool.folder(data))
        tool.console.print("found    data: \(source.name) in '\(data)', SHA-256 \(source.checksum.prefix(16))…")
    }
}
