// swift-tools-version: 6.1
import PackageDescription

/// The sections in reading order: each is a folder of `Sources/Chapters` and a module of that name.
let sections = [
    "EvenlySpaced", "Chebyshev", "Splines",
]

/// What a section may import: besides the tool's libraries, a module of the book's own.
let libraries: [Target.Dependency] =
    ["Interpolants"]
    + ["Laboratory", "Notebook", "Plots"].map { .product(name: $0, package: "regbook") }

let package = Package(
    name: "interpolation",
    dependencies: [.package(name: "regbook", path: "../..")],
    targets: [.target(name: "Interpolants")]
        + sections.map { .target(name: $0, dependencies: libraries, path: "Sources/Chapters/\($0)") } + [
            .executableTarget(
                name: "interpolation",
                dependencies: [.product(name: "BookTool", package: "regbook")] + sections.map { .byName(name: $0) },
                // The preview loads a section that was compiled alone, which takes everything else from the program.
                linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic"])],
                plugins: [.plugin(name: "SourceDigests", package: "regbook")]),
            .testTarget(name: "SectionTests", dependencies: libraries + sections.map { .byName(name: $0) }),
        ],
    swiftLanguageModes: [.v6]
)
