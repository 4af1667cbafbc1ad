import Foundation
import PackagePlugin

/// Compiles digests of the package's sources into the executable, so that what is stored always belongs to the code that ran.
@main
struct SourceDigestsPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let root = context.package.directoryURL
        let output = context.pluginWorkDirectoryURL.appending(path: "SourceDigests.swift")
        return [
            .buildCommand(
                displayName: "Digesting sources for \(target.name)",
                executable: try context.tool(named: "digest-sources").url,
                arguments: [root.path(percentEncoded: false), output.path(percentEncoded: false)],
                inputFiles: sources(below: root.appending(path: "Sources")),
                outputFiles: [output])
        ]
    }

    private func sources(below folder: URL) -> [URL] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        return (files?.compactMap { $0 as? URL } ?? [])
            .filter { !$0.hasDirectoryPath }
            .sorted { $0.path < $1.path }
    }
}
