import Foundation
import Notebook
import Report

/// A section's module as a library of its own that the running program loads, so that a change to a page waits neither for the
/// optimizer nor for the link of the whole program.
///
/// The library takes everything else from the program, which therefore has to export its symbols and to share Swift's runtime.
/// Its own symbols bear another module's name, and what the program itself holds of the section stays unused.
struct SectionLibrary {
    let section: AnySection
    private let sources: URL
    private let folder: URL
    private let arguments: CompilerArguments

    /// Why a section can't be shown anew.
    enum Failure: Error {
        /// What the compiler complains of.
        case compiler(String)
        /// The library can't be loaded, so that the whole program has to be compiled.
        case loader(String)
    }

    /// Nil where the program can't load libraries, or SwiftPM's plan of it is not at hand.
    ///
    /// - Parameters:
    ///   - sources: the folder of the section's module.
    ///   - store: where the compiler's files may lie.
    ///   - program: where the program lies.
    init?(of section: AnySection, sources: URL, store: URL, program: String) {
        let products = (program as NSString).resolvingSymlinksInPath as NSString
        let configuration = products.deletingLastPathComponent as NSString
        let build = (configuration.deletingLastPathComponent as NSString).deletingLastPathComponent
        let plan = "\(build)/\(configuration.lastPathComponent).yaml"
        guard Self.isPossible, let arguments = CompilerArguments(of: section.module, in: plan) else { return nil }
        self.section = section
        self.sources = sources
        folder = store.appending(path: "preview/\(section.module)", directoryHint: .isDirectory)
        self.arguments = arguments
    }

    /// Whether the program exports its symbols and shares Swift's runtime; a library would bring a second runtime.
    static let isPossible =
        dlsym(dlopen(nil, RTLD_NOW), "$s8Notebook13SectionHandleCMa") != nil
        && dlopen("libswiftCore.so", RTLD_NOW | RTLD_NOLOAD) != nil

    /// Compiles what has changed and loads it.
    ///
    /// - Parameter isOptimized: for measurements; a page is there sooner without.
    /// - Throws: `Failure`, or what keeps files from being written.
    func load(isOptimized: Bool) throws -> AnySection {
        let work = folder.appending(path: isOptimized ? "optimized" : "plain", directoryHint: .isDirectory)
        try compile(in: work, isOptimized: isOptimized)
        // A library is loaded once under each name.
        let unique = work.appending(path: "\(UUID().uuidString).so").path(percentEncoded: false)
        try FileManager.default.copyItem(
            atPath: work.appending(path: Self.library).path(percentEncoded: false), toPath: unique)
        defer { unlink(unique) }
        guard let handle = dlopen(unique, RTLD_NOW | RTLD_LOCAL), let symbol = dlsym(handle, Self.entry) else {
            throw Failure.loader(dlerror().map { String(cString: $0) } ?? "")
        }
        typealias Entry = @convention(c) () -> UnsafeMutableRawPointer
        let entry = unsafeBitCast(symbol, to: Entry.self)
        return Unmanaged<SectionHandle>.fromOpaque(entry()).takeRetainedValue().section
    }

    /// Compiles the section as `load` would for a changed page, at the lowest priority, so that it finds little to do. Does
    /// nothing where it has been compiled before.
    ///
    /// - Throws: `Failure`, or what keeps files from being written.
    func compileAhead(stop: ChildProcess.Stop) throws {
        let plain = folder.appending(path: "plain", directoryHint: .isDirectory)
        guard !FileManager.default.fileExists(atPath: plain.path(percentEncoded: false)) else { return }
        // The parts of a compiler that is stopped live a little longer: nobody else uses what they still write.
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
        where name.hasPrefix("ahead-") {
            try FileManager.default.removeItem(at: folder.appending(path: name))
        }
        let work = folder.appending(path: "ahead-\(UUID().uuidString)", directoryHint: .isDirectory)
        try compile(in: work, isOptimized: false, prefix: ["nice", "-n", "19"], stop: stop)
        try FileManager.default.moveItem(at: work, to: plain)
    }

    private static let entry = "regbook_section"
    private static let library = "library.so"

    /// Everything that the compiler writes has its place relative to `work`, which may be moved.
    private func compile(
        in work: URL, isOptimized: Bool, prefix: [String] = [], stop: ChildProcess.Stop? = nil
    ) throws {
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        let files = try swiftFiles() + [try entryFile()]
        try Self.write(try Self.outputs(of: files), to: work.appending(path: "files.json"))
        let words =
            prefix + arguments.words + [
                isOptimized ? "-O" : "-Onone", "-incremental", "-enable-batch-mode", "-emit-library", "-use-ld=lld",
                "-module-name", section.module, "-module-abi-name", "\(section.module)Shown",
                "-output-file-map", "files.json", "-o", Self.library,
            ] + files
        try Self.run(words, in: work, stop: stop)
        guard try files.contains(where: { try Self.isStale($0, in: work) }) else { return }
        // The compiler took a file that had just been written for the one that it knew.
        try FileManager.default.removeItem(at: work.appending(path: Self.memory))
        try Self.run(words, in: work, stop: stop)
    }

    private static func run(_ words: [String], in work: URL, stop: ChildProcess.Stop?) throws {
        let outcome: ChildProcess.Outcome
        do { outcome = try ChildProcess(URL(filePath: "/usr/bin/env"), words, in: work).run(stop: stop) } catch {
            throw Failure.compiler("error: Can't run '\(words[0])': \(error)")
        }
        guard outcome.ending == .exited(0) else {
            throw Failure.compiler(
                ProgramBuild.complaints(in: String(decoding: outcome.output + outcome.complaints, as: UTF8.self)))
        }
    }

    /// Whether the Swift file at the path `file` is newer than what was made of it.
    private static func isStale(_ file: String, in work: URL) throws -> Bool {
        let key = FileAttributeKey.modificationDate
        let object = work.appending(path: "\(stem(of: file)).o").path(percentEncoded: false)
        guard let written = try FileManager.default.attributesOfItem(atPath: file)[key] as? Date,
            let made = try FileManager.default.attributesOfItem(atPath: object)[key] as? Date
        else { return false }
        return written > made
    }

    private func swiftFiles() throws -> [String] {
        let root = sources.path(percentEncoded: false)
        return try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(".swift") }.sorted()
            .map { "\(root)\($0)" }
    }

    /// A file that hands the section over, whose type the program doesn't know.
    private func entryFile() throws -> String {
        let file = folder.appending(path: "SectionEntry.swift")
        let text = """
            import Notebook

            @_cdecl("\(Self.entry)") public func sectionEntry() -> UnsafeMutableRawPointer {
                Unmanaged.passRetained(SectionHandle(\(section.typeName).self, module: "\(section.module)")).toOpaque()
            }

            """
        try Self.write(Data(text.utf8), to: file)
        return file.path(percentEncoded: false)
    }

    /// Where the compiler puts what it makes of each file, and what it remembers for the next time.
    private static func outputs(of files: [String]) throws -> Data {
        var map = ["": ["swift-dependencies": memory]]
        for file in files {
            map[file] = ["object": "\(stem(of: file)).o", "swift-dependencies": "\(stem(of: file)).swiftdeps"]
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try encoder.encode(map)
    }

    /// What the compiler remembers of all files.
    private static let memory = "module.priors"

    private static func stem(of file: String) -> String {
        ((file as NSString).lastPathComponent as NSString).deletingPathExtension
    }

    /// Leaves a file alone that holds `data` already: a newer one would be compiled again.
    private static func write(_ data: Data, to file: URL) throws {
        if FileManager.default.contents(atPath: file.path(percentEncoded: false)) != data { try data.write(to: file) }
    }
}
