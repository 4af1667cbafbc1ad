import Foundation
import Testing

/// `Plots` needs nothing else of the project.
struct StandaloneTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../..").standardized

    private static let modules: Set = [
        "CCairo", "CFriBidi", "CHarfBuzz", "CZlib", "Foundation", "Synchronization",
    ]

    @Test func plotsImportsSystemModulesOnly() throws {
        let folder = Self.root.appendingPathComponent("Sources/Plots")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            count += 1
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                guard let found = line.firstMatch(of: /^\s*(?:@\w+\s+)*(?:\w+\s+)?import\s+(?:\w+\s+)?(\w+)/)
                else { continue }
                #expect(
                    Self.modules.contains(String(found.1)),
                    "\(file.lastPathComponent) imports \(found.1)")
            }
        }
        #expect(count > 50)
    }

    @Test func thePackageOffersPlotsAsAProduct() throws {
        let manifest = try String(contentsOf: Self.root.appendingPathComponent("Package.swift"), encoding: .utf8)
        #expect(manifest.contains(#".library(name: "Plots", targets: ["Plots"])"#))
        #expect(
            manifest.contains(
                #".target(name: "Plots", dependencies: ["CCairo", "CFirstUse", "CFriBidi", "CHarfBuzz", "CZlib"])"#)
        )
    }

    /// SwiftPM takes the path of a file of pkg-config for several where it holds a space; then the library itself is named.
    @Test(arguments: [(" ", "cairo"), ("-", "/Sources/CCairo/headers.pc")])
    func theHeadersAreFoundWhereverThePackageLies(letter: Character, cairo: String) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("headers\(letter)\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) } }
        try FileManager.default.copyItem(
            at: Self.root.appendingPathComponent("Package.swift"), to: folder.appendingPathComponent("Package.swift"))
        let said = try Reader.run("swift", "package", "--package-path", folder.path, "dump-package")
        let json = try #require(said.firstIndex(of: "{").map { said[$0...] })
        let package = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let targets = try #require(package["targets"] as? [[String: Any]])
        let names = targets.reduce(into: [:]) { $0[$1["name"] as? String ?? ""] = $1["pkgConfig"] as? String }
        #expect(names.count == 7 && names.values.allSatisfy { !$0.contains(" ") }, "\(names)")
        #expect(names["CCairo"]?.hasSuffix(cairo) == true, "\(names)")
    }

    /// A package in an empty folder that takes `Plots` without the trait `Book` fetches nothing and draws, also a mark of
    /// its own.
    @Test func aPackageOfItsOwnFetchesNothingElse() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("package-\(UUID().uuidString)")
        let sources = folder.appendingPathComponent("Sources/alone")
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        let name = Self.root.lastPathComponent
        let manifest = """
            // swift-tools-version: 6.1
            import PackageDescription

            let package = Package(
                name: "alone", dependencies: [.package(path: "\(Self.root.path)", traits: [])],
                targets: [.executableTarget(name: "alone", dependencies: [.product(name: "Plots", package: "\(name)")])])
            """
        try manifest.write(
            to: folder.appendingPathComponent("Package.swift"), atomically: true, encoding: .utf8)
        let program = """
            import Plots

            /// A line that rises from the axis far beyond the panel, with its name beside it.
            struct Beam: Mark {
                var style = MarkStyle()
                var isWide = false

                func extent(x: AxisScale, y: AxisScale) -> DataExtent {
                    var extent = DataExtent()
                    extent.include(x: 5)
                    return extent
                }

                func draw(on canvas: inout MarkCanvas) throws {
                    let foot = canvas.yScale == .log ? canvas.yDomain.lowerBound : 0
                    canvas.strokeLine([5, 5], [foot, 1e9], style.stroke())
                    let place = canvas.place(5, 10)
                    if isWide {
                        canvas.keepClear(Rect(x: place.x - 30, y: place.y - 30, width: 60, height: 30))
                    }
                    canvas.label("here", beside: place, clearance: 3, paint: style.paint())
                }

                var numbers: NumberTable { NumberTable(mark: "beam", columns: [.init("x", [5])]) }
                func summary(x: Axis, y: Axis) -> String { "a beam" }
            }

            func figure(isWide: Bool) -> Figure {
                Figure(width: 200, height: 150) {
                    Panel(x: Axis("Age, $x$ (years)", in: 0...10), y: Axis(in: 1...100, scale: .log)) {
                        Beam(isWide: isWide).role(.test)
                    }
                }
            }

            /// Where the beam ends and where its name stands, in points.
            func places(isWide: Bool) throws -> (ends: [XY], name: XY) {
                var (ends, name) = ([XY](), XY.zero)
                for command in try figure(isWide: isWide).drawing().commands {
                    switch command {
                    case .stroke(let path, let style) where style.paint == .role(.test):
                        for case .move(let point) in path.elements { ends.append(point) }
                        for case .line(let point) in path.elements { ends.append(point) }
                    case .text(let run) where run.string == "here": name = run.origin
                    default: break
                    }
                }
                return (ends, name)
            }

            let (narrow, wide) = (try places(isWide: false), try places(isWide: true))
            print(narrow.ends.map(\\.y).min() ?? 0, narrow.ends.map(\\.y).max() ?? 0, narrow.name.y, wide.name.y)
            print(try figure(isWide: true).svg(id: "alone"))
            """
        try program.write(to: sources.appendingPathComponent("main.swift"), atomically: true, encoding: .utf8)
        try Reader.run("swift", "build", "--package-path", folder.path)
        let lines = try Reader.run(folder.appendingPathComponent(".build/debug/alone").path).split(
            separator: "\n", maxSplits: 1)
        let places = try #require(lines.first).split(separator: " ").compactMap { Double($0) }
        try #require(places.count == 4)
        // From the axis, which is above its labels, to the panel's upper border.
        #expect(places[0] > 1 && places[0] < 12 && places[1] > 110 && places[1] < 135)
        // The name gives way to what the mark keeps clear.
        #expect(places[2] != places[3] && places[2] > 30 && places[3] > 30)
        #expect(lines.count == 2 && lines[1].hasPrefix("<svg"))
        try expectLettersWithoutFonts(folder.appendingPathComponent(".build/debug/alone"), in: folder)
        let checkouts = folder.appendingPathComponent(".build/checkouts")
        let fetched =
            try FileManager.default.fileExists(atPath: checkouts.path)
            ? FileManager.default.contentsOfDirectory(atPath: checkouts.path) : []
        #expect(fetched == [])
        let built = try FileManager.default.contentsOfDirectory(
            atPath: folder.appendingPathComponent(".build/debug/Modules").path)
        #expect(Set(built.map { $0.prefix { $0 != "." } }) == ["Plots", "alone"])
        try FileManager.default.removeItem(at: folder)
    }

    /// Where no font is installed, one line says which and how to get it, and the figure has letters all the same.
    private func expectLettersWithoutFonts(_ program: URL, in folder: URL) throws {
        let settings = folder.appendingPathComponent("fonts.conf")
        try "<fontconfig></fontconfig>".write(to: settings, atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = program
        process.environment = ["FONTCONFIG_FILE": settings.path, "HOME": folder.path]
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let svg = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(
            said
                == "Plots: the font KaTeX_SansSerif (Regular) is not installed; on Debian: apt-get install fonts-katex fonts-dejavu-core; until then other letters stand in\n"
        )
        #expect(svg.components(separatedBy: "<use ").count > 20)
    }

    /// A program that sees the built module and the C libraries, and nothing else, compiles, links and draws. A
    /// package of its own would compile `Plots` once more, which takes a minute.
    @Test func aProgramOfItsOwnDrawsWithPlotsAlone() throws {
        let built = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("alone-\(UUID().uuidString)")
        let modules = folder.appendingPathComponent("modules")
        try FileManager.default.createDirectory(at: modules, withIntermediateDirectories: true)
        for kind in ["swiftmodule", "swiftdoc"] {
            try FileManager.default.createSymbolicLink(
                at: modules.appendingPathComponent("Plots.\(kind)"),
                withDestinationURL: built.appendingPathComponent("Modules/Plots.\(kind)"))
        }
        let program = """
            import Plots

            let figure = Figure(width: 420, height: 160) {
                Panel(x: Axis("epoch"), y: Axis("loss", scale: .log)) {
                    Line(x: 1...4, y: [0.9, 0.5, 0.3, 0.2]).role(.training).label("training")
                    Rule(x: 3).label("returned")
                }
            }
            print(try figure.svg(id: "alone"))
            """
        let source = folder.appendingPathComponent("main.swift")
        try program.write(to: source, atomically: true, encoding: .utf8)
        // Objects of sources that are gone may still lie there.
        let sources = Set(
            try ["Plots", "CFirstUse"].flatMap {
                try FileManager.default.subpathsOfDirectory(
                    atPath: Self.root.appendingPathComponent("Sources/\($0)").path)
            }.map { ($0 as NSString).lastPathComponent })
        let objects = try ["Plots", "CFirstUse"].flatMap {
            try FileManager.default.contentsOfDirectory(
                at: built.appendingPathComponent("\($0).build"), includingPropertiesForKeys: nil)
        }.filter { $0.pathExtension == "o" && sources.contains($0.deletingPathExtension().lastPathComponent) }.map(
            \.path)
        let flags =
            try ["cairo", "harfbuzz", "fribidi"].flatMap { library in
                try Reader.run("pkg-config", "--cflags", library).split(whereSeparator: \.isWhitespace)
            }.flatMap { ["-Xcc", String($0)] } + ["-lz"]
        let maps = ["CCairo", "CZlib", "CHarfBuzz", "CFriBidi"].flatMap {
            ["-Xcc", "-fmodule-map-file=\(Self.root.path)/Sources/\($0)/module.modulemap"]
        }
        let drawn = folder.appendingPathComponent("drawn")
        let compile = ["-swift-version", "6", "-I", modules.path, source.path, "-o", drawn.path]
        try Reader.run("swiftc", compile + maps + objects + flags)
        let svg = try Reader.run(drawn.path)
        #expect(svg.hasPrefix("<svg") && svg.contains("alone.desc"))
        try FileManager.default.removeItem(at: folder)
    }
}
