/// What a reader is told of engines and their workers.
extension Wording {
    static func engineMessage(for error: ToolError) -> String {
        switch error {
        case .unknownEngine(let name):
            "Unknown engine '\(name)'. \(Suggestion.sentence(for: name, among: EngineName.allCases.map(\.rawValue)))"
        case .needsEngine(let option):
            "\(option) means something only with an engine. Name one with --on: "
                + "\(EngineName.allCases.map(\.rawValue).joined(separator: " or "))."
        case .noWorkList(let path):
            "'\(path)' is no list of work. 'plan --json' prints one."
        case .wrongBatch(let batch, let count):
            count == 0
                ? "--batch \(batch): the list holds no batch; nothing is left to compute."
                : "--batch \(batch) must be from 0 to \(count - 1); the list holds \(count)."
        case .wrongSeconds(let option, let seconds):
            "--\(option) \(seconds) must be a number above 0 and below ten million."
        case .otherWork(let host, let what, let wanted, let found):
            "\(host): \(what) here differs from the plan's: \(found) instead of \(wanted). "
                + "Make a new plan, or run the program that made this one."
        case .lacksKernel(let host, let reason):
            "\(host): \(reason) All workers of a plan take one kernel: plan with one that every machine can run, "
                + "by --blas-kernel, or leave this machine out."
        case .absentItems(let count, let example):
            "\(count) of the batch's items do not occur here, such as \(example). Either the store has lost what they "
                + "follow from, or another program made the list. Make a new plan."
        case .failedItems(let count, let messages):
            "\(count) \(count == 1 ? "item" : "items") failed:\n" + messages.map { "    \($0)" }.joined(separator: "\n")
        case .noEngine(let program):
            "'\(program)' is not installed here, or not on the PATH. Install it, or build without --on."
        case .engineRefused(let program, let answer):
            "\(program) has refused the work:\n    \(answer.replacing("\n", with: "\n    "))\n"
                + "Mend 'engine:' in the settings (partition, account, minutes, memory, array-limit, flags), and build again."
        case .idleRounds(let count, let log, let text):
            "In \(count) rounds no worker began an item. "
                + (text.isEmpty
                    ? "None has written to '\(log)': see whether the nodes see this folder."
                    : "'\(log)' ends with:\n    \(text.replacing("\n", with: "\n    "))")
        case .refusedByHosts(let messages):
            messages.joined(separator: "\nerror: ")
        case .givenUp(let items):
            "\(items.count) \(items.count == 1 ? "item" : "items") failed in three rounds, the rest is done:\n"
                + items.map { "    \($0)" }.joined(separator: "\n")
        default: String(describing: error)
        }
    }
}
