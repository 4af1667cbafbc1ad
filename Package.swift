// swift-tools-version: 6.1
import PackageDescription

/// The chapter's sections in reading order: each is a folder of `Sources/Chapters` and a module of that name.
let sections = [
    "WhyRegularize", "BayesianPerspective", "NormPenalties", "ConstrainedOptimization", "UnderconstrainedProblems",
    "DatasetAugmentation", "NoiseRobustness", "EarlyStopping", "ParameterSharing", "SparseRepresentations", "Bagging",
    "Dropout", "MultiTaskLearning", "AdversarialTraining", "RegularizersCompared",
]

/// The modules of `Learning`, each a folder of `Sources/Learning`: what a study measures with it imports by these names.
let learning = ["LinearAlgebra", "Statistics", "DataSets", "LinearModels", "ClassicalModels", "Networks"]

/// The libraries that `CFirstUse` loads when one of their functions is first called, with their names for pkg-config: nothing is
/// linked with them.
let atFirstUse = [
    ("CCairo", "cairo"), ("CCmarkGFM", "libcmark-gfm"), ("CFriBidi", "fribidi"), ("CHarfBuzz", "harfbuzz"),
    ("CHarfBuzzSubset", "harfbuzz-subset"),
]

/// Where the headers are. SwiftPM takes what a space separates for several names, so that in a folder with one in its path programs
/// are linked with the library, too.
func headers(of module: String, in library: String) -> String {
    let file = "\(Context.packageDirectory)/Sources/\(module)/headers.pc"
    return file.contains(" ") ? library : file
}

/// With `STATIC_RUNTIME` in the environment, programs carry Swift's runtime: to load its libraries takes a fifth of a build
/// that changes nothing. Without it, a preview can load sections that were compiled meanwhile, which take everything else from
/// the program. Only the link differs, so that nothing is compiled twice.
let runtime: [LinkerSetting] =
    Context.environment["STATIC_RUNTIME"] == nil
    ? [.unsafeFlags(["-Xlinker", "--export-dynamic"])]
    : [.unsafeFlags(["-static-stdlib"])]
        + [
            "Foundation", "CoreFoundation", "FoundationInternationalization", "FoundationEssentials",
            "_FoundationCShims", "_FoundationCollections", "_FoundationICU",
        ].map { .linkedLibrary($0) }

/// What needs packages of others needs one of these traits: who imports `Plots` alone enables none and fetches none of them.
let models = TargetDependencyCondition.when(traits: ["Models"])
let book = TargetDependencyCondition.when(traits: ["Book"])

let package = Package(
    name: "regbook",
    products: [
        .library(name: "Plots", targets: ["Plots"]),
        .library(name: "Learning", targets: ["Learning"] + learning),
        .library(name: "Digits", targets: ["Digits"]),
        .library(name: "Laboratory", targets: ["Laboratory", "Tables"]),
        .library(name: "Notebook", targets: ["Notebook"]),
        .library(name: "BookTool", targets: ["BookTool"]),
        .plugin(name: "SourceDigests", targets: ["SourceDigests"]),
        .executable(name: "regbook", targets: ["regbook"]),
    ],
    traits: [
        .default(enabledTraits: ["Book"]),
        .trait(name: "Models", description: "Learning and Digits, and the package that they take."),
        .trait(
            name: "Book", description: "All but Plots, and the packages that it takes; without it none is fetched.",
            enabledTraits: ["Models"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: atFirstUse.map { module, library in
        .systemLibrary(name: module, pkgConfig: headers(of: module, in: library))
    } + [
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto"),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
        .target(name: "CFirstUse"),
        .target(name: "COpenBLAS"),
        .target(name: "CLanes"),
        .target(name: "CLentWork"),
        .target(name: "CStudentT"),

        .target(name: "Hashing", dependencies: ["CCrypto"]),
        .target(name: "Plots", dependencies: ["CCairo", "CFirstUse", "CFriBidi", "CHarfBuzz", "CZlib"]),
        .target(
            name: "LinearAlgebra", dependencies: ["COpenBLAS", "CLentWork"], path: "Sources/Learning/LinearAlgebra"),
        .target(name: "Statistics", dependencies: ["CStudentT", "LinearAlgebra"], path: "Sources/Learning/Statistics"),
        .target(
            name: "DataSets", dependencies: ["CZlib", "Hashing", "LinearAlgebra", "Statistics"],
            path: "Sources/Learning/DataSets"),
        .target(
            name: "LinearModels", dependencies: ["DataSets", "LinearAlgebra", "Statistics"],
            path: "Sources/Learning/LinearModels"),
        .target(
            name: "ClassicalModels", dependencies: ["DataSets", "LinearAlgebra", "LinearModels", "Statistics"],
            path: "Sources/Learning/ClassicalModels"),
        .target(
            name: "Networks",
            dependencies: [
                "CLanes", "DataSets", "Hashing", "LinearAlgebra",
                .product(name: "RealModule", package: "swift-numerics", condition: models),
            ],
            path: "Sources/Learning/Networks"),
        .target(
            name: "Learning", dependencies: learning.map { .init(stringLiteral: $0) }, exclude: learning),
        .target(name: "Digits", dependencies: ["Plots", "DataSets", "LinearAlgebra"], exclude: ["Difficulty.md"]),
        .target(name: "Laboratory", dependencies: ["DataSets", "LinearAlgebra", "Statistics"]),
        .target(name: "Tables", dependencies: ["DataSets", "Laboratory", "LinearAlgebra"]),
        .target(name: "Notebook", dependencies: ["DataSets", "Laboratory", "Plots", "Statistics", "Tables"]),
    ]
        + sections.map { section in
            .target(
                name: section,
                dependencies: (["Laboratory", "Notebook", "Plots", "Digits"] + learning).map {
                    .init(stringLiteral: $0)
                },
                path: "Sources/Chapters/\(section)",
                // What a file uses it imports itself: a study's results depend on the modules that its own files name.
                swiftSettings: [.enableUpcomingFeature("MemberImportVisibility")])
        }
        + [
            .target(name: "Build", dependencies: ["Notebook", "Tables", "Learning", "Hashing", "CLinux"]),
            .target(
                name: "Report",
                dependencies: [
                    "Notebook", "Hashing", "CCmarkGFM", "CFirstUse", "CHarfBuzzSubset", "CZlib", "CLinux",
                    .product(name: "Yams", package: "Yams", condition: book),
                    .product(name: "Mustache", package: "swift-mustache", condition: book),
                ],
                resources: [.embedInCode("BuiltIn")]),
            .target(
                name: "Preview", dependencies: ["Hashing", "CLinux"], resources: [.embedInCode("Live")]),
            .target(
                name: "BookTool",
                dependencies: [
                    "Build", "Preview", "Report", "Notebook", "Tables", "Plots", "Learning", "Hashing",
                    .product(name: "Yams", package: "Yams", condition: book),
                    .product(name: "ArgumentParser", package: "swift-argument-parser", condition: book),
                ],
                resources: [.embedInCode("Starter"), .embedInCode("Topics")]),
            .executableTarget(
                name: "regbook",
                dependencies: ["BookTool", "Notebook", "Digits"] + sections.map { .init(stringLiteral: $0) },
                linkerSettings: runtime, plugins: ["SourceDigests"]),
            .executableTarget(name: "digest-sources", dependencies: ["Hashing"]),
            .plugin(name: "SourceDigests", capability: .buildTool(), dependencies: ["digest-sources"]),

            .target(name: "FigureSnapshots", dependencies: ["Plots"], path: "Tests/FigureSnapshots"),
            .testTarget(
                name: "PlotsTests", dependencies: ["Plots", "FigureSnapshots"],
                exclude: ["Snapshots", "Contours/fixtures.json", "Contours/make_fixtures.py"]),
            .target(name: "CAllocations", path: "Tests/CAllocations"),
            .testTarget(
                name: "LearningTests", dependencies: ["Learning", "CLanes", "CAllocations"],
                resources: [.copy("Fixtures")]),
            .testTarget(name: "DigitsTests", dependencies: ["Digits", "Learning", "Hashing"]),
            .testTarget(name: "NotebookTests", dependencies: ["Notebook", "Tables", "Learning"]),
            .testTarget(name: "BuildTests", dependencies: ["Build", "Notebook", "Learning", "Plots", "Hashing"]),
            .target(name: "BrowserDriver", path: "Tests/BrowserDriver"),
            .testTarget(
                name: "ReportTests", dependencies: ["Report", "Notebook", "Plots", "BrowserDriver", "FigureSnapshots"],
                exclude: ["Snapshots"]),
            .testTarget(name: "PreviewTests", dependencies: ["Preview"]),
            .testTarget(
                name: "ChaptersTests",
                dependencies: ["Notebook", "Digits", "Learning", "FigureSnapshots"]
                    + sections.map { .init(stringLiteral: $0) },
                exclude: ["Snapshots", "Stored"]),
            .target(
                name: "FixtureBook",
                dependencies: ["BookTool", "Build", "Hashing", "Notebook", "Tables", "Learning", "Plots"],
                path: "Tests/FixtureBook/Book"),
            .executableTarget(
                name: "fixture-book",
                dependencies: ["BookTool", "FixtureBook"],
                path: "Tests/FixtureBook/Tool"),
            .executableTarget(name: "disturb", path: "Tests/FixtureBook/Disturb"),
            .executableTarget(
                name: "bench-book",
                dependencies: ["BookTool", "Build", "Notebook", "Plots"],
                path: "Benchmarks/Book", linkerSettings: runtime),
            .testTarget(
                name: "RegbookTests",
                dependencies: [
                    "regbook", "fixture-book", "disturb", "FixtureBook", "BrowserDriver", "BookTool", "Build",
                    "Hashing", "Notebook", "Learning", "CLinux",
                    "Plots", "Report",
                ]),
        ],
    swiftLanguageModes: [.v6]
)
