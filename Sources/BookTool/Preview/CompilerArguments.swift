import Foundation

/// What SwiftPM compiles a module with, as its own plan of the last build has it.
package struct CompilerArguments {
    /// The compiler and its arguments, without the sources, the kind of output and the optimization.
    package let words: [String]

    /// - Parameters:
    ///   - module: the module's name.
    ///   - plan: the file in which SwiftPM wrote down the build, such as `.build/release.yaml`.
    /// - Returns: nil where the plan can't be read or does not know the module.
    package init?(of module: String, in plan: String) {
        guard let plan = FileManager.default.contents(atPath: plan) else { return nil }
        // A line of JSON for each command; the whole takes a YAML reader seconds.
        let name = Data("\"-module-name\",\"\(module)\"".utf8)
        let isCompilation = Data("\"-emit-module-path\"".utf8)
        for line in plan.split(separator: UInt8(ascii: "\n"))
        where line.range(of: name) != nil && line.range(of: isCompilation) != nil {
            guard let start = line.firstIndex(of: UInt8(ascii: "[")),
                let words = try? JSONDecoder().decode([String].self, from: Data(line[start...]))
            else { continue }
            self.words = Self.kept(of: words)
            return
        }
        return nil
    }

    /// Flags that say what is made of which files, and how.
    private static let dropped: Set = [
        "-emit-module", "-emit-dependencies", "-whole-module-optimization", "-c", "-O", "-Onone", "-parseable-output",
        "-emit-objc-header", "-serialize-diagnostics", "-g", "-incremental", "-enable-batch-mode", "-enable-testing",
    ]
    /// The same with a value behind them.
    private static let droppedWithValue: Set = [
        "-emit-module-path", "-output-file-map", "-emit-objc-header-path", "-num-threads", "-index-store-path",
        "-module-name",
    ]

    /// Flags whose value is another program's, whatever it looks like.
    private static let handsOn: Set = ["-Xcc", "-Xfrontend", "-Xlinker", "-Xclang-linker"]

    private static func kept(of words: [String]) -> [String] {
        var kept: [String] = []
        var place = 0
        while place < words.count {
            let word = words[place]
            let isPair = droppedWithValue.contains(word) || handsOn.contains(word)
            let next = min(place + (isPair ? 2 : 1), words.count)
            if !droppedWithValue.contains(word) && !dropped.contains(word) && !word.hasPrefix("@") {
                kept += words[place..<next]
            }
            place = next
        }
        return kept
    }
}
