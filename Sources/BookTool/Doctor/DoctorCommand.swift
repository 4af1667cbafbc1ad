import ArgumentParser
import Learning

/// `regbook doctor`: whether everything is there that a build needs.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Checks every part that a build needs and says how to install what is missing."
    )

    @Option(help: .ofImages("Also checks the files in this folder", valueName: "folder"))
    var data: String?

    @Option(
        help: ArgumentHelp(
            "Measures this kernel of OpenBLAS instead of the one that suits the processor.", valueName: "name"))
    var blasKernel: String?

    func run() throws {
        if let blasKernel { try BLASKernel.pin(blasKernel) }
        let findings = (Part.all + (try partsOfBook())).map(Finding.init)
        let width = findings.map(\.name.count).max() ?? 0
        for finding in findings { tool.console.print(finding.line(width: width)) }
        if findings.contains(where: { $0.name == Part.openBLAS && $0.version != nil }) { checkSpeed() }
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

    /// What the book in this folder needs besides; nothing where there is none.
    private func partsOfBook() throws -> [Part] {
        do {
            return Part.needed(by: tool.book, at: try tool.root(nil))
        } catch ToolError.noRoot {
            return []
        }
    }

    /// The processor and the kernel that multiplies on it, and a warning where it should be faster.
    private func checkSpeed() {
        let speed = ProcessorSpeed.measure()
        tool.console.print("found    kernel: \(speed)")
        guard speed.isSlow else { return }
        tool.console.complain(
            "warning: Products of matrices run below half of the speed that the processor's instructions allow. "
                + "If nothing else runs, try another kernel: \(tool.book.name) doctor --blas-kernel with one of "
                + "\(BLASKernel.runnable.joined(separator: ", ")).")
    }

    private func checkData() throws {
        guard let data else { return }
        guard let set = tool.book.images, case .images(let read, _) = set.contents else { throw ToolError.noImages }
        let source = try read(tool.folder(data))
        tool.console.print("found    data: \(source.name) in '\(data)', SHA-256 \(source.checksum.prefix(16))…")
    }
}
