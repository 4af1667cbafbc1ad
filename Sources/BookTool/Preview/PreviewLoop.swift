import Build
import Foundation
import Hashing
import Notebook
import Preview
import Report

/// Builds, serves, waits for changes, and builds again what they make stale.
struct PreviewLoop {
    /// With the sections and sources that were loaded since the start.
    private var tool: BookTool
    private var options: BuildOptions
    private let root: BookRoot
    private var output: OutputFolder
    private let server: PreviewServer
    private let watch: FolderWatch
    /// What changed while a build was under way.
    private var pending = FolderWatch.Changes()
    /// Whether the last build failed, so that open pages show why.
    private var hasFailed = false

    /// Seconds without a further change after which a change is taken to be whole: editors write in several steps.
    private static let quiet = 0.01

    /// - Throws: what is wrong with the options, or `PreviewError`.
    init(tool: BookTool, options: BuildOptions, port: UInt16) throws {
        let plan = try BuildPlan(tool: tool, options: options)
        self.tool = tool
        self.options = options
        self.options.experiments.quiet = true
        self.options.remembered = RememberedRuns()
        root = plan.setup.root
        output = plan.output
        server = try PreviewServer(folder: output.path, port: port)
        watch = try FolderWatch()
        ProgramBuild.prepare()
        try watchAll()
    }

    private func watchAll() throws {
        try watch.watch(rootPath, isDeep: false)
        for folder in [root.templates, root.sources, root.records] {
            try watch.watch(folder.plainPath, isDeep: true)
        }
        try watch.watch(root.store.appending(path: "results").plainPath, isDeep: true)
        try watchOutput()
    }

    private func watchOutput() throws {
        try watch.watch((output.path as NSString).deletingLastPathComponent, isDeep: false)
    }

    private var rootPath: String { root.url.plainPath }

    private var modules: Set<String> { Set(tool.book.sections.map(\.section.module)) }

    /// Goes on until the process ends.
    mutating func run() async throws {
        server.start()
        tool.console.print("The preview: http://127.0.0.1:\(server.port)/ (Ctrl-C ends it)")
        try await rebuild()
        while true {
            let news =
                pending == FolderWatch.Changes()
                ? try watch.next(quiet: Self.quiet) { [root, output, modules] path in
                    Changes(of: [path], in: root, output: output, modules: modules).isAny
                } : pending
            pending = FolderWatch.Changes()
            let changes = Changes(of: news.paths, in: root, output: output, modules: modules)
            for folder in changes.newFolders { try watch.watch(folder, isDeep: true) }
            if news.hasOverflown { try watchAll() }
            if changes.program || news.hasOverflown, let build = ProgramBuild(root: rootPath) {
                rebuildProgram(build)
            } else if !changes.sections.isEmpty {
                try await reload(changes.sections)
            } else if changes.report || news.hasOverflown || changes.results && !changes.output {
                try await rebuild()
            } else if changes.output {
                // Another build has put its report there, or somebody has taken it away.
                if FileManager.default.fileExists(atPath: output.path) {
                    server.tellChanged()
                } else {
                    try await rebuild()
                }
            }
        }
    }

    /// Builds what is stale and tells open pages.
    private mutating func rebuild() async throws {
        let start = ContinuousClock.now
        do {
            let plan = try BuildPlan(tool: tool, options: options)
            if plan.output.path != output.path {
                output = plan.output
                server.serve(output.path)
                try watchOutput()
                tool.console.print("Serving '\(output.path)' from here on.")
            }
            let (_, isUnchanged) = try await plan.build()
            if !isUnchanged || hasFailed { server.tellChanged() }
            hasFailed = false
            if !isUnchanged {
                let seconds = (ContinuousClock.now - start) / .seconds(1)
                tool.console.print("Built in \(Int(seconds * 1000)) ms.")
            }
        } catch let error as PreviewError {
            throw error
        } catch {
            fail(Wording.report(error))
        }
        // What the build itself wrote is no news.
        pending = try watch.taken()
        pending.paths = pending.paths.filter { path in
            path != output.path && !path.hasPrefix(root.store.plainPath + "/")
                && Changes(of: [path], in: root, output: output, modules: modules).isAny
        }
        try watch.watch(root.store.appending(path: "results").plainPath, isDeep: true)
    }

    /// Loads the sections whose files have changed, and builds what that makes stale.
    ///
    /// - Parameter changed: the files, by the module with which their paths begin.
    private mutating func reload(_ changed: [String: Set<String>]) async throws {
        do {
            let digests = Task.detached { [root, tool] in try tool.sources.anew(in: root.url) }
            var book = tool.book
            for (module, files) in changed.sorted(by: { $0.key < $1.key }) {
                guard let section = book.sections.first(where: { $0.section.module == module })?.section,
                    let library = SectionLibrary(
                        of: section, sources: root.sources.appending(path: "Chapters/\(module)/"), store: root.store,
                        program: ProgramBuild.path)
                else { return try await rebuildWithoutLibraries() }
                tool.console.print("Sources have changed: compiling \(module)")
                let isPage = files.allSatisfy(SectionSources.shows)
                book = book.replacing(try library.load(isOptimized: !isPage))
            }
            tool = tool.showing(book, made: try await digests.value)
            try await rebuild()
        } catch SectionLibrary.Failure.compiler(let complaint) {
            fail(complaint)
        } catch SectionLibrary.Failure.loader {
            try await rebuildWithoutLibraries()
        }
    }

    private mutating func rebuildWithoutLibraries() async throws {
        if let build = ProgramBuild(root: rootPath) { rebuildProgram(build) } else { try await rebuild() }
    }

    private mutating func fail(_ message: String) {
        hasFailed = true
        tool.console.complain(message)
        do { try server.tellFailed(message) } catch { tool.console.complain(Wording.report(error)) }
    }

    /// Compiles the changed sources; on success the new program takes this one's place.
    private mutating func rebuildProgram(_ build: ProgramBuild) {
        tool.console.print("Sources have changed: \(build.command)")
        if let failure = build.run() {
            fail(failure)
        } else {
            server.stop()
            fail(Wording.report(build.replaceProcess(port: server.port)))
        }
    }
}

extension URL {
    /// The path without a slash at its end.
    var plainPath: String {
        let path = standardizedFileURL.path(percentEncoded: false)
        return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }
}
