import Build

/// How long a build takes with some number of workers, by a simulation of its batches: a step of a study begins when the one
/// before has ended, the longest batch goes first, and a queue that is empty otherwise keeps nobody waiting.
struct Simulation {
    /// Seconds until a driver has noticed that a step ended and has submitted the next one.
    static let latency = 10.0

    private struct Chain {
        /// The studies whose results it takes.
        let inputs: [String]
        /// For each step, how long its items take.
        var steps: [[Double]]
        var isDone = false
        /// Batches of the step under way that have not ended.
        var open = 0
        var hasBegun = false
    }

    private var chains: [String: Chain] = [:]

    /// - Parameter seconds: how long an item of a stage takes.
    init(_ forecast: Forecast, seconds: (Forecast.Stage) -> Double) {
        for study in forecast.studies {
            let steps = Dictionary(grouping: study.stages.filter { $0.missing > 0 }, by: \.step).sorted {
                $0.key < $1.key
            }
            chains[study.path] = Chain(
                inputs: study.inputs,
                steps: steps.map { $0.value.flatMap { Array(repeating: seconds($0), count: $0.missing) } })
        }
    }

    /// Seconds of all items together.
    var work: Double { chains.values.reduce(0) { $0 + $1.steps.reduce(0) { $0 + $1.reduce(0, +) } } }

    /// Seconds that no number of workers goes below: the longest items, one after the other.
    var criticalPath: Double { chains.keys.map(path).max() ?? 0 }

    private func path(to study: String) -> Double {
        guard let chain = chains[study] else { return 0 }
        return (chain.inputs.map(path).max() ?? 0) + chain.steps.reduce(0) { $0 + ($1.max() ?? 0) }
    }

    /// Seconds until all is done.
    func time(workers: Int, batchSeconds: Double) -> Double {
        var chains = chains
        var now = 0.0
        var ready: [(seconds: Double, study: String, from: Double)] = []
        var running: [(end: Double, study: String)] = []

        func begin(_ study: String) {
            while chains[study]?.open == 0, let step = chains[study]?.steps.first {
                chains[study]?.steps.removeFirst()
                let batches = Self.batches(step, batchSeconds)
                chains[study]?.open = batches.count
                ready += batches.map { ($0, study, now + Self.latency) }
            }
            if chains[study]?.open == 0 { chains[study]?.isDone = true }
        }
        func beginReady() {
            var isChanged = true
            while isChanged {
                isChanged = false
                for (name, chain) in chains where !chain.hasBegun {
                    guard chain.inputs.allSatisfy({ chains[$0]?.isDone ?? true }) else { continue }
                    chains[name]?.hasBegun = true
                    begin(name)
                    isChanged = true
                }
            }
            ready.sort { ($0.seconds, $1.study) < ($1.seconds, $0.study) }
        }
        beginReady()
        while !ready.isEmpty || !running.isEmpty {
            while running.count < workers, let place = ready.lastIndex(where: { $0.from <= now }) {
                let batch = ready.remove(at: place)
                running.append((now + batch.seconds, batch.study))
            }
            let arrival = running.count < workers ? ready.map(\.from).min() ?? .infinity : .infinity
            guard let next = running.indices.min(by: { running[$0].end < running[$1].end }),
                running[next].end <= arrival
            else {
                now = arrival
                continue
            }
            let (end, study) = running.remove(at: next)
            now = end
            chains[study]?.open -= 1
            if chains[study]?.open == 0 {
                begin(study)
                beginReady()
            }
        }
        return now
    }

    private static func batches(_ items: [Double], _ batchSeconds: Double) -> [Double] {
        var batches: [Double] = []
        var sum = 0.0
        for item in items.sorted(by: >) {
            if sum > 0 && sum + item > batchSeconds {
                batches.append(sum)
                sum = 0
            }
            sum += item
        }
        return sum > 0 || batches.isEmpty ? batches + [sum] : batches
    }
}
