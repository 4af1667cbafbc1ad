import Foundation
import Hashing
import Testing

/// The digests that are compiled into the executable.
struct BookSourcesTests {
    /// Two sections, one in folders of studies, and the modules that they reach: the author's, the tool's, and another package's.
    private static let files = [
        "../../other/Sources/Numerics/Roots.swift": "func root() {}",
        "../../other/Sources/Unused/Unused.swift": "func unused() {}",
        "Program/Book.swift": "import BookTool\nimport Notebook\nimport One\nimport Two",
        "BookTool/BookTool.swift": "import Build\nimport Report",
        "Chapters/One/One.swift": "import Notebook\nlet one = 1",
        "Chapters/One/Curves/Curves.swift": "import Laboratory\nstruct Curves {}",
        "Chapters/One/Curves/Curves+Page.swift": "import Notebook\nimport Plots\nextension Curves {}",
        "Chapters/One/Widths/Widths.swift": "import Digits\nimport Laboratory\nlet inputs = [Curves.self]",
        "Chapters/One/Shared/Task.swift": "import LinearAlgebra\nstruct Task {}",
        "Chapters/Two/Experiment.swift": "import Laboratory\nimport Learning\nimport Numerics\nlet two = 2",
        "Chapters/Two/FiguresOfPaths.swift": "import Notebook\nimport Plots\nlet path = 1",
        "Learning/Learning.swift": "@_exported import LinearAlgebra\n@_exported import Networks",
        "Learning/LinearAlgebra/Random/Stream.swift": "struct Stream {}",
        "Learning/Networks/Dense.swift": "import CLanes\nstruct Dense {}", "CLanes/lanes.c": "int lanes;",
        "Plots/Axis.swift": "struct Axis {}", "Digits/Pen.swift": "import Plots\nstruct Pen {}",
        "Laboratory/Lab.swift": "import LinearAlgebra\nstruct Lab {}",
        "Notebook/Page.swift": "@_exported import Laboratory\nimport Plots\nstruct Page {}",
        "Report/HTML.swift": "import Notebook\nstruct HTML {}", "Build/Store.swift": "struct Store {}",
    ]

    private func sources(_ changes: [String: String] = [:]) throws -> BookSources {
        let root = FileManager.default.temporaryDirectory.appending(path: "sources-\(UUID().uuidString)")
        defer { do { try FileManager.default.removeItem(at: root) } catch { Issue.record(error) } }
        for (path, text) in Self.files.merging(changes, uniquingKeysWith: { $1 }) {
            let file = root.appending(path: "book/Sources/\(path)").standardizedFileURL
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try BookSources(root: root.appending(path: "book", directoryHint: .isDirectory), folders: Self.folders)
    }

    /// Where the modules lie, from the package.
    private static let folders = [
        "Numerics": "../other/Sources/Numerics", "Unused": "../other/Sources/Unused", "One": "Sources/Chapters/One",
        "Two": "Sources/Chapters/Two", "LinearAlgebra": "Sources/Learning/LinearAlgebra",
        "Networks": "Sources/Learning/Networks",
    ].merging(
        ["Program", "BookTool", "Learning", "CLanes", "Plots", "Digits", "Laboratory", "Notebook", "Report", "Build"]
            .map { ($0, "Sources/\($0)") }
    ) { first, _ in first }

    @Test func doNotDependOnThePlaceOrTheTime() throws {
        #expect(try sources().swift == sources().swift)
        #expect(try sources().studies.keys.sorted() == ["One", "One/Curves", "One/Widths", "Two"])
    }

    /// Which results and which pages an edit makes stale, and whether the pages of all.
    @Test(arguments: [
        (
            "Chapters/One/Curves/Curves.swift", ["One", "One/Curves", "One/Widths"],
            ["One", "One/Curves", "One/Widths"], false
        ),
        ("Chapters/One/Curves/Curves+Page.swift", [], ["One", "One/Curves"], false),
        ("Chapters/One/Widths/Widths.swift", ["One", "One/Widths"], ["One", "One/Widths"], false),
        (
            "Chapters/One/Shared/Task.swift", ["One", "One/Curves", "One/Widths"], ["One", "One/Curves", "One/Widths"],
            false
        ),
        ("Chapters/One/One.swift", ["One"], ["One", "One/Curves", "One/Widths"], false),
        ("Chapters/Two/Experiment.swift", ["Two"], ["Two"], false),
        ("Chapters/Two/FiguresOfPaths.swift", [], ["Two"], false),
        ("Digits/Pen.swift", ["One", "One/Widths"], ["One", "One/Widths"], false),
        (
            "Learning/LinearAlgebra/Random/Stream.swift", ["One", "One/Curves", "One/Widths", "Two"],
            ["One", "One/Curves", "One/Widths", "Two"], false
        ),
        ("Learning/Networks/Dense.swift", ["Two"], ["Two"], false),
        ("CLanes/lanes.c", ["Two"], ["Two"], false),
        ("Learning/Learning.swift", ["Two"], ["Two"], false),
        (
            "Laboratory/Lab.swift", ["One", "One/Curves", "One/Widths", "Two"],
            ["One", "One/Curves", "One/Widths", "Two"], true
        ),
        ("Notebook/Page.swift", ["One"], ["One", "One/Curves", "One/Widths", "Two"], true),
        ("Report/HTML.swift", [], [], true),
        ("Build/Store.swift", [], [], false), ("Program/Book.swift", [], [], false),
        ("../../other/Sources/Numerics/Roots.swift", ["Two"], ["Two"], false),
        ("../../other/Sources/Unused/Unused.swift", [], [], false),
    ])
    func tellApartWhatAChangeConcerns(
        path: String, experiments: [String], presentations: [String], report: Bool
    ) throws {
        let before = try sources()
        let text = try #require(Self.files[path])
        let after = try sources([path: text + "\nlet changed = 1"])
        func changed(_ digest: KeyPath<BookSources.Study, Digest>) -> [String] {
            before.studies.filter { $0.value[keyPath: digest] != after.studies[$0.key]?[keyPath: digest] }.keys.sorted()
        }
        #expect(changed(\.experiment) == experiments)
        #expect(changed(\.presentation) == presentations)
        #expect((before.report != after.report) == report)
        #expect(before.everything != after.everything)
    }

    /// Comments, blank lines, indentation, and breaks inside parentheses.
    @Test(arguments: [
        ("let a = f(1, 2)  // sum", "let a = f(1, 2)"), ("/// What.\nlet a = f(1, 2)", "let a = f(1, 2)"),
        ("/* a /* b */ c */ let a = f(1, 2)", "let a = f(1, 2)"), ("let a = f(\n    1,\n    2\n)", "let a = f( 1, 2 )"),
        ("\n\n    let a = f(1, 2)\n", "let a = f(1, 2)"), ("let g = {\n    1\n}", "let g = { 1 }"),
    ])
    func ignoreCommentsAndLayout(one: String, other: String) throws {
        #expect(try experiment(one) == experiment(other))
    }

    @Test(arguments: [
        ("let a = b - c", "let a = b -c"), ("f\n-b", "f -b"), ("let a = \"x // y\"", "let a = \"x\""),
        ("let a = \"\"\"\n  x\n  \"\"\"", "let a = \"\"\"\n   x\n  \"\"\""),
        ("let a = /x\\//", "let a = /x\\/y/"), ("let a = #\"x // y\"#", "let a = #\"x // z\"#"),
        ("let a = \"\\(b /* \" */ + \"// c\")\"", "let a = \"\\(b /* \" */ + \"// d\")\""),
        ("let a = [\"\"] // b\nlet c = 1", "let a = [\"\"] // b\nlet c = 2"),
        ("let a = b /* c */ - d", "let a = b /* c */ -d"),
    ])
    func noticeEveryOtherEdit(one: String, other: String) throws {
        #expect(try experiment(one) != experiment(other))
    }

    /// Words inside a string import nothing.
    @Test func aStringImportsNothing() throws {
        let text = "let code = \"\"\"\n    import Build\n    \"\"\""
        let before = try sources(["Chapters/Two/Experiment.swift": text])
        let after = try sources(["Chapters/Two/Experiment.swift": text, "Build/Store.swift": "struct Other {}"])
        #expect(before.studies["Two"] == after.studies["Two"])
    }

    private func experiment(_ text: String) throws -> Digest? {
        try sources(["Chapters/Two/Experiment.swift": text]).studies["Two"]?.experiment
    }
}
