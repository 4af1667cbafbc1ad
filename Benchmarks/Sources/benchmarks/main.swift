import Foundation

/// Every workload, in the order they run; name some on the command line to run those alone.
let workloads: [Workload] = Workload.builds + Workload.training + Workload.linear + Workload.plots

let wanted = CommandLine.arguments.dropFirst()
for name in wanted where !workloads.contains(where: { $0.name == name }) {
    FileHandle.standardError.write(
        Data("unknown workload '\(name)'; known: \(workloads.map(\.name).joined(separator: " "))\n".utf8))
    exit(2)
}
for workload in workloads where wanted.isEmpty || wanted.contains(workload.name) {
    for measurement in try await workload.run() { try measurement.printLine() }
}
