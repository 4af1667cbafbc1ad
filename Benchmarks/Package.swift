// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "regbook", path: "..")],
    targets: [
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                .product(name: "Plots", package: "regbook"),
                .product(name: "Learning", package: "regbook"),
                .product(name: "BookTool", package: "regbook"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
