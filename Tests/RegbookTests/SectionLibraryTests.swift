import Foundation
import Testing

/// The preview of this book shows a section's changed code without compiling the whole program.
struct SectionLibraryTests {
    /// A folder with a copy of this book in `book`.
    private func copy(named name: String) throws -> FixtureFolder {
        let folder = try FixtureFolder(name: name)
        let book = folder.root.appending(path: "book")
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        try FileManager.default.createDirectory(at: book, withIntermediateDirectories: true)
        for name in ["regbook.yml", "templates", "Sources", "records"] {
            try FileManager.default.copyItem(at: package.appending(path: name), to: book.appending(path: name))
        }
        // The sources of other packages, which studies can reach, too.
        try FileManager.default.createSymbolicLink(
            at: book.appending(path: ".build"), withDestinationURL: package.appending(path: ".build"))
        return folder
    }

    @Test func theFirstEditCompilesOnlyWhatItChanges() throws {
        let folder = try copy(named: "preview-ahead")
        let process = try FixtureProcess(
            in: folder, "",
            shell: "cd book; exec \(FixtureProcess.program("regbook")) serve -v --only why-regularize --port 0 2>&1")
        while let line = process.line(), line != "Compiled WhyRegularize, before it is edited" {}
        let objects = "book/.regbook/preview/WhyRegularize/plain"
        func stamp(_ name: String) throws -> Date {
            let path = folder.root.appending(path: "\(objects)/\(name)").path(percentEncoded: false)
            return try #require(try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
        }
        let (changed, other) = (try stamp("Trade+Page.o"), try stamp("Widths+Page.o"))
        let file = "book/Sources/Chapters/WhyRegularize/Trade/Trade+Page.swift"
        let code = try folder.text(of: file)
        try folder.write(code.replacing("Bias against variance", with: "One against the other"), to: file)
        while let line = process.line(), !line.hasPrefix("Built in ") {}
        #expect(try folder.text(of: "book/output/why-regularize.html").contains("One against the other"))
        #expect(try stamp("Trade+Page.o") > changed)
        #expect(try stamp("Widths+Page.o") == other)

        // A file that the compiler takes for the one it knows, by its date, is compiled all the same.
        let path = folder.root.appending(path: file).path(percentEncoded: false)
        let next = folder.root.appending(path: "book/next").path(percentEncoded: false)
        try folder.write(code.replacing("Bias against variance", with: "Under the same date"), to: "book/next")
        var status = stat()
        try #require(stat(path, &status) == 0)
        var known = [status.st_atim, status.st_mtim]
        try #require(utimensat(AT_FDCWD, next, &known, 0) == 0)
        var older = [timespec(tv_sec: 1_000_000_000, tv_nsec: 0), timespec(tv_sec: 1_000_000_000, tv_nsec: 0)]
        let object = folder.root.appending(path: "\(objects)/Trade+Page.o").path(percentEncoded: false)
        try #require(utimensat(AT_FDCWD, object, &older, 0) == 0)
        try #require(rename(next, path) == 0)
        while let line = process.line(), !line.hasPrefix("Built in ") {}
        #expect(try folder.text(of: "book/output/why-regularize.html").contains("Under the same date"))
        process.send(SIGTERM)
        #expect(process.wait().code == 128 + SIGTERM)
    }

    @Test func aChangedPageIsLoadedIntoTheRunningProgram() throws {
        let folder = try copy(named: "preview-of-a-section")
        let process = try FixtureProcess(
            in: folder, "",
            shell: "cd book; exec \(FixtureProcess.program("regbook")) serve --only why-regularize --port 0 2>&1")
        #expect(process.line()?.hasPrefix("The preview: ") == true)
        #expect(process.line()?.hasPrefix("Built in ") == true)

        let file = "book/Sources/Chapters/WhyRegularize/Trade/Trade+Page.swift"
        let code = try folder.text(of: file)
        func save(_ text: String) throws {
            try folder.write(text, to: file)
            while let line = process.line(), line != "Sources have changed: compiling WhyRegularize" {}
        }
        try save(code.replacing("Bias against variance", with: "One against the other"))
        #expect(process.line()?.hasPrefix("Built in ") == true)
        #expect(try folder.text(of: "book/output/why-regularize.html").contains("One against the other"))

        try save(code + "\nbroken\n")
        let complaint = try #require(process.line())
        #expect(complaint.contains("Trade+Page.swift:") && complaint.contains("error: "))
        try save(code.replacing("Bias against variance", with: "All is well"))
        #expect(process.line()?.hasPrefix("Built in ") == true)
        #expect(try folder.text(of: "book/output/why-regularize.html").contains("All is well"))

        // What is saved while the compiler reads is compiled at once, and never shown by the code before it.
        try save(code.replacing("Bias against variance", with: "Saved first"))
        try save(code.replacing("Bias against variance", with: "Saved meanwhile"))
        #expect(process.line()?.hasPrefix("Built in ") == true)
        #expect(try folder.text(of: "book/output/why-regularize.html").contains("Saved meanwhile"))
        process.send(SIGTERM)
        #expect(process.wait().code == 128 + SIGTERM)
    }
}
