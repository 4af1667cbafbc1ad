import Foundation

/// Every workload, in the order they run; name some on the command line to run those alone.
let workloads: [Workload] =
    Workload.builds + Workload.sites + Workload.growth + Workload.training + Workload.linear + Workload.plots
    + Workload.engines

/// `--peer "PROGRAM ARGUMENT …"`, as often as wanted, runs another program's timings in the same run; `--book FOLDER PAGES`
/// writes a book of pages for one and does nothing else.
var wanted: [String] = []
var peers: [Peer] = []
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
    if argument == "--peer", let command = arguments.popFirst() {
        peers.append(Peer(command: command.split(separator: " ").map(String.init)))
    } else if argument == "--book", let folder = arguments.popFirst(),
        let pages = arguments.popFirst().flatMap({ Int($0) })
    {
        try PageBook.writeBook(pages, into: URL(filePath: folder, directoryHint: .isDirectory))
        exit(0)
    } else {
        wanted.append(argument)
    }
}
for name in wanted where !workloads.contains(where: { $0.name == name }) {
    FileHandle.standardError.write(
        Data("unknown workload '\(name)'; known: \(workloads.map(\.name).joined(separator: " "))\n".utf8))
    exit(2)
}
do {
    var measured: [Measurement] = []
    for workload in workloads where wanted.isEmpty || wanted.contains(workload.name) {
        let measurements = try await workload.run()
        for measurement in measurements { try measurement.printLine() }
        measured += measurements
    }
    try BuildBench.removeResults()
    Peer.printRatios(measured, try peers.flatMap { try $0.measurements() })
} catch {
    FileHandle.standardError.write(Data("error: \(error)\n".utf8))
    exit(1)
}
