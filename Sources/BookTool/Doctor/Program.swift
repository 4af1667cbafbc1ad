import Foundation
import Report

/// A program that is asked something.
struct Program {
    /// The first line it printed; nil when it is missing, fails or prints nothing.
    let firstLine: String?

    init(_ name: String, _ arguments: [String]) {
        do {
            let outcome = try ChildProcess(URL(filePath: "/usr/bin/env"), [name] + arguments).run(limit: 60)
            let line = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").first.map(String.init)
            firstLine = outcome.ending == .exited(0) ? line : nil
        } catch {
            firstLine = nil
        }
    }
}
