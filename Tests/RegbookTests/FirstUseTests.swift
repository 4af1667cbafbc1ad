import Foundation
import Testing

/// What draws and reads prose is loaded when it is first used, so that workers do without it.
struct FirstUseTests {
    private static let libraries = [
        "cairo", "fontconfig", "freetype", "harfbuzz", "harfbuzz-subset", "fribidi", "cmark-gfm",
        "cmark-gfm-extensions",
    ]

    /// Shell commands after which `libraries` cannot be loaded.
    private func without(_ libraries: [String]) -> String {
        """
        mkdir -p missing
        for library in \(libraries.joined(separator: " ")); do
            for file in /usr/lib/*-linux-gnu/lib$library.so.*; do : > "missing/${file##*/}"; done
        done
        export LD_LIBRARY_PATH="$PWD/missing"
        """
    }

    @Test(arguments: ["regbook", "fixture-book"]) func programsAreLinkedWithNone(program: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["readelf", "--dynamic", "--wide", FixtureProcess.program(program)]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let needed = said.matches(of: /\(NEEDED\).*\[lib(.*?)\.so/).map { String($0.1) }
        #expect(needed.contains("c"))
        #expect(Set(needed).isDisjoint(with: Self.libraries), "\(needed)")
    }

    @Test func aWorkerNeedsNoneOfThem() async throws {
        let book = try FixtureFolder()
        try book.write(await book.runWords("plan --json").output, to: "items.json")
        let shell = without(Self.libraries)
        let end = try FixtureProcess(in: book, "work --items items.json --batch 0", shell: shell).wait()
        #expect(end.code == 0, "\(end.errors)")
        #expect(try !book.tree(".regbook/items").isEmpty)
    }

    @Test(arguments: [
        ("cairo", "libcairo2, or libcairo2-dev"), ("fontconfig", "libfontconfig1, or libcairo2-dev"),
        ("harfbuzz", "libharfbuzz0b, or libharfbuzz-dev"),
        ("harfbuzz-subset", "libharfbuzz-subset0, or libharfbuzz-dev"),
    ])
    func aBuildSaysOnceWhatIsMissing(library: String, packages: String) throws {
        let book = try FixtureFolder()
        let end = try FixtureProcess(in: book, "build --format html", shell: without([library])).wait()
        #expect(end.code == 1)
        let messages = end.errors.split(separator: "\n").filter { $0.hasPrefix("error: ") }
        #expect(messages.count == 1, "\(end.errors)")
        #expect(messages.first?.contains("/missing/lib\(library).so.") == true, "\(end.errors)")
        #expect(
            messages.first?.hasSuffix(". Install the Debian package \(packages) to compile programs, too.") == true,
            "\(end.errors)")
        #expect(!book.exists("output"))
    }

    @Test(arguments: ["cmark-gfm", "cmark-gfm-extensions"]) func aBuildSaysWhichReaderOfProseIsMissing(library: String)
        throws
    {
        let book = try FixtureFolder()
        let end = try FixtureProcess(in: book, "build --format html", shell: without([library])).wait()
        #expect(end.code == 1)
        // The extensions take functions of the reader itself.
        #expect(end.errors.contains("/missing/lib\(library).so."), "\(end.errors)")
        #expect(end.errors.contains(". Install the Debian package libcmark-gfm"), "\(end.errors)")
        #expect(end.errors.hasSuffix("-dev to compile programs, too.\n"), "\(end.errors)")
    }
}
