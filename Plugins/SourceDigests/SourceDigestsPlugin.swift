import Foundation
import PackagePlugin

/// Compiles digests of the sources into a book's program, so that what is stored always belongs to the code that ran: those of
/// every module that the program is made of, whatever package it comes from.
@main
struct SourceDigestsPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let root = context.package.directoryURL
        let output = context.pluginWorkDirectoryURL.appending(path: "SourceDigests.swift")
        let modules = ([target] + target.recursiveTargetDependencies).map { target in
            ((target as? any SourceModuleTarget)?.moduleName ?? target.name, target.directoryURL)
        }
        return [
            .buildCommand(
                displayName: "Digesting sources for \(target.name)",
                executable: try context.tool(named: "digest-sources").url,
                arguments: [root.path(percentEncoded: false), output.path(percentEncoded: false)]
                    + modules.map { name, folder in "\(name)=\(path(of: folder, from: root))" }.sorted(),
                inputFiles: Set(modules.flatMap { sources(below: $0.1) }).sorted { $0.path < $1.path },
                outputFiles: [output])
        ]
    }

    /// The path of `folder` from `root`, so that what is compiled does not depend on where they lie.
    private func path(of folder: URL, from root: URL) -> String {
        let (folder, root) = (folder.standardizedFileURL.pathComponents, root.standardizedFileURL.pathComponents)
        let shared = zip(folder, root).prefix { $0 == $1 }.count
        let steps = Array(repeating: "..", count: root.count - shared) + folder.dropFirst(shared)
        return steps.joined(separator: "/")
    }

    private func sources(below folder: URL) -> [URL] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        return (files?.compactMap { $0 as? URL } ?? []).filter { !$0.hasDirectoryPath }
    }
}
