import Foundation

/// Another program that times the same workloads and prints a JSON line for each, as these benchmarks do.
struct Peer {
    /// The program and its arguments.
    let command: [String]

    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    /// What is read of a line.
    struct Line: Decodable {
        let workload: String
        let peer: String
        let seconds: Double
    }

    /// Runs the program, passes what it prints on and returns its measurements.
    func measurements() throws -> [Line] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failed(description: "'\(command.joined(separator: " "))' ended with \(process.terminationStatus)")
        }
        print(text, terminator: "")
        return try text.split(separator: "\n").filter { $0.hasPrefix("{") }.map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
    }

    /// For each workload that both measured: ours, the quickest peer, and how many times as long that took.
    static func printRatios(_ ours: [Measurement], _ lines: [Line]) {
        for measurement in ours {
            let peers = lines.filter { $0.workload == measurement.workload }
            guard let best = peers.min(by: { $0.seconds < $1.seconds }) else { continue }
            let ratio = (best.seconds / measurement.seconds * 100).rounded() / 100
            print("\(measurement.workload): \(ratio) times as fast as \(best.peer)")
        }
    }
}
