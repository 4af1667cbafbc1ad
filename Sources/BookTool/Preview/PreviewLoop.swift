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
    /// The code on disk that this program does not show yet, such as code that did not compile; tried again with the next edit.
    private var behind = (program: false, sections: [String: Set<String>]())
    /// Compiles sections that nobody has edited yet.
    private let ahead: LibrariesAhead
    /// Runs studies again with the settings that open pages ask for.
    private let live: LiveStudies
    private let gate: CoreGate
    /// Whether the last build failed, so that open pages show why.
    private var hasFailed = false
    /// Whether the book is another than `live` knows.
    private var hasNews = true

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
        gate = CoreGate(cores: plan.setup.cores, memory: plan.setup.memory)
        self.options.gate = gate
        live = LiveStudies(cores: plan.setup.cores)
        server = try PreviewServer(folder: output.path, port: port, service: live)
        watch = try FolderWatch()
        ProgramBuild.prepare()
        let shown = Set(try tool.book.studies(named: options.only).map(\.section.info.slug))
        ahead = LibrariesAhead(
            tool.book.sections.filter { shown.contains($0.info.slug) }
                .compactMap { [root] in Self.library(of: $0.section, in: root) }
        ) { [isVerbose = options.experiments.verbose] library in
            if isVerbose { tool.console.print("Compiled \(library.section.module), before it is edited") }
        }
        try watchAll()
    }

    private func watchAll() throws {
        try watch.watch(rootPath, isDeep: false)
        for folder in [root.templates, root.sources, root.records, root.data] {
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
        ahead.resume()
        while true {
            if hasNews {
                live.show(VariationMaker(tool: tool, options: options))
                hasNews = false
            }
            let news =
                pending == FolderWatch.Changes()
                ? try watch.next(quiet: Self.quiet) { [root, output, modules] path in
                    Changes(of: [path], in: root, output: output, modules: modules).isAny
                } : pending
            pending = FolderWatch.Changes()
            let changes = Changes(of: news.paths, in: root, output: output, modules: modules)
            for folder in changes.newFolders { try watch.watch(folder, isDeep: true) }
            if news.hasOverflown { try watchAll() }
            fallBehind(changes)
            behind.program = behind.program || news.hasOverflown
            if changes.isCode || news.hasOverflown, behind.program, let build = ProgramBuild(root: rootPath) {
                try rebuildProgram(build)
            } else if !changes.sections.isEmpty {
                live.pause()
                hasNews = true
                ahead.pause()
                try await reload()
                ahead.resume()
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

    private mutating func fallBehind(_ changes: Changes) {
        behind.program = behind.program || changes.program
        behind.sections.merge(changes.sections) { $0.union($1) }
    }

    /// What has changed in the code since the last news; other news waits for its turn.
    private mutating func codeChangedMeanwhile() throws -> Changes {
        let news = try watch.taken()
        let changes = Changes(of: news.paths, in: root, output: output, modules: modules)
        fallBehind(changes)
        pending.hasOverflown = pending.hasOverflown || news.hasOverflown
        pending.paths.formUnion(
            news.paths.filter { !Changes(of: [$0], in: root, output: output, modules: modules).isCode })
        return changes
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
            // Before anybody hears of the report: what happens to it afterwards is news.
            try forgetOwnChanges()
            if !isUnchanged || hasFailed { server.tellChanged() }
            hasNews = hasNews || !isUnchanged
            hasFailed = false
            if !isUnchanged {
                let seconds = (ContinuousClock.now - start) / .seconds(1)
                tool.console.print("Built in \(Int(seconds * 1000)) ms.")
            }
        } catch let error as PreviewError {
            throw error
        } catch {
            try forgetOwnChanges()
            fail(Wording.report(error))
        }
        try watch.watch(root.store.appending(path: "results").plainPath, isDeep: true)
    }

    /// What a build itself wrote is no news; a report that is gone is.
    private mutating func forgetOwnChanges() throws {
        pending.formUnion(try watch.taken())
        let isThere = FileManager.default.fileExists(atPath: output.path)
        pending.paths = pending.paths.filter { path in
            (path != output.path || !isThere) && !path.hasPrefix(root.store.plainPath + "/")
                && Changes(of: [path], in: root, output: output, modules: modules).isAny
        }
    }

    /// Loads the sections whose files have changed, and builds what that makes stale.
    ///
    /// The compiler and the digests read the files one after the other. What changes meanwhile would be shown by old code under
    /// the new code's digest, so both are made again until nothing has.
    private mutating func reload() async throws {
        do {
            while true {
                let digests = Task.detached { [root, tool] in try tool.sources.anew(in: root.url) }
                guard let book = try compiled() else { return try await rebuildWithoutLibraries() }
                let sources = try await digests.value
                let later = try codeChangedMeanwhile()
                if pending.hasOverflown { return }
                if later.program { return try await rebuildWithoutLibraries() }
                if later.sections.isEmpty {
                    behind.sections = [:]
                    tool = tool.showing(book, made: sources)
                    return try await rebuild()
                }
            }
        } catch SectionLibrary.Failure.compiler(let complaint) {
            fail(complaint)
        } catch SectionLibrary.Failure.loader {
            try await rebuildWithoutLibraries()
        } catch let error as PreviewError {
            throw error
        } catch {
            fail(Wording.report(error))
        }
    }

    /// The book with the changed sections as they are compiled now; nil where this program can't load them.
    private func compiled() throws -> Book? {
        var book = tool.book
        for (module, files) in behind.sections.sorted(by: { $0.key < $1.key }) {
            guard let section = book.sections.first(where: { $0.section.module == module })?.section,
                let library = Self.library(of: section, in: root)
            else { return nil }
            tool.console.print("Sources have changed: compiling \(module)")
            let isPage = files.allSatisfy(SectionSources.shows)
            book = book.replacing(try library.load(isOptimized: !isPage))
        }
        return book
    }

    private static func library(of section: AnySection, in root: BookRoot) -> SectionLibrary? {
        SectionLibrary(
            of: section, sources: root.sources.appending(path: "Chapters/\(section.module)/"), store: root.store,
            program: ProgramBuild.path)
    }

    private mutating func rebuildWithoutLibraries() async throws {
        if let build = ProgramBuild(root: rootPath) { try rebuildProgram(build) } else { try await rebuild() }
    }

    private mutating func fail(_ message: String) {
        hasFailed = true
        tool.console.complain(message)
        do { try server.tellFailed(message) } catch { tool.console.complain(Wording.report(error)) }
    }

    /// Compiles the changed sources until none has changed meanwhile; on success the new program takes this one's place.
    private mutating func rebuildProgram(_ build: ProgramBuild) throws {
        live.pause()
        hasNews = true
        ahead.pause()
        defer { ahead.resume() }
        var failure: String?
        repeat {
            tool.console.print("Sources have changed: \(build.command)")
            failure = build.run()
        } while try codeChangedMeanwhile().isCode
        if let failure {
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
