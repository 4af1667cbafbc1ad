import BookTool
import Foundation

extension Workload {
    /// Whole builds in the quick profile, HTML and PDF.
    static let builds = [
        Workload(name: "quick_cold") {
            try await BuildBench.with { bench in
                let seconds = try await Measurement.median(runs: 3, warm: 0) {
                    try bench.clear()
                    try bench.build()
                }
                return [
                    Measurement(workload: "quick_cold", seconds: seconds, throughput: 1 / seconds, unit: "builds/s")
                ]
            }
        },
        Workload(name: "quick_unchanged") {
            try await BuildBench.withBuilt { bench in
                try bench.build()
                let seconds = try await Measurement.median(runs: 15) { try bench.build() }
                return [
                    Measurement(
                        workload: "quick_unchanged", seconds: seconds, throughput: 1 / seconds, unit: "builds/s")
                ]
            }
        },
        Workload(name: "one_parameter") {
            try await BuildBench.withBuilt { bench in
                var change = 0
                let seconds = try await Measurement.median(runs: 3, warm: 0) {
                    change += 1
                    try bench.build(
                        "--format", "html", "--set", "norm-penalties.alpha=0.\(4 + change)")
                }
                return [
                    Measurement(workload: "one_parameter", seconds: seconds, throughput: 1 / seconds, unit: "builds/s")
                ]
            }
        },
        Workload(name: "store_item") {
            try await BuildBench.with { bench in
                let store = Store(folder: bench.root.appending(path: "items"))
                let output = Data(repeating: 7, count: 4096)
                let count = 1000
                var round = 0
                let seconds = try await Measurement.median {
                    round += 1
                    for number in 0..<count {
                        try store.keep(output, for: .init(of: "\(round) \(number)"), of: .items)
                    }
                }
                return [
                    Measurement(
                        workload: "store_item", seconds: seconds / Double(count), throughput: Double(count) / seconds,
                        unit: "items/s")
                ]
            }
        },
        Workload(name: "code_visible") {
            try await BuildBench.withBuilt { bench in
                let preview = try PreviewBench(bench)
                let file = bench.root.appending(path: "Sources/Chapters/WhyRegularize/Trade/Trade+Page.swift")
                let code = try String(contentsOf: file, encoding: .utf8)
                var edit = 0
                func show() throws {
                    edit += 1
                    let title = "Bias against variance, edit \(edit)"
                    try Data(code.replacing("Bias against variance", with: title).utf8).write(to: file)
                    try preview.wait(for: title, at: "/why-regularize.html")
                }
                // The first edit of a section compiles all of it.
                let first = try await Measurement.seconds { try show() }
                let seconds = try await Measurement.median(runs: 7, warm: 0) { try show() }
                preview.stop()
                return [
                    Measurement(
                        workload: "code_visible_first", seconds: first, throughput: 1 / first, unit: "edits/s"),
                    Measurement(workload: "code_visible", seconds: seconds, throughput: 1 / seconds, unit: "edits/s"),
                ]
            }
        },
        Workload(name: "prose_visible") {
            try await BuildBench.withBuilt { bench in
                let preview = try PreviewBench(bench)
                let index = bench.root.appending(path: "templates/index.md")
                let prose = try String(contentsOf: index, encoding: .utf8)
                var edit = 0
                let seconds = try await Measurement.median(runs: 15) {
                    edit += 1
                    try Data("\(prose)\n\nEdit number \(edit) stands here.\n".utf8).write(to: index)
                    try preview.wait(for: "Edit number \(edit) stands here.")
                }
                preview.stop()
                return [
                    Measurement(workload: "prose_visible", seconds: seconds, throughput: 1 / seconds, unit: "edits/s")
                ]
            }
        },
    ]
}
